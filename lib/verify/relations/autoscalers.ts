import type { JudgedManifest } from '../judged-manifest';
import { namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';
import { scaleTargetOf } from './scale-target';

const NONE: readonly JudgedManifest[] = [];

/** Kinds that set the number of pods of a workload; KEDA makes a HorizontalPodAutoscaler of a ScaledObject. */
export const AUTOSCALING_KINDS: readonly string[] = [
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
];

/** The HorizontalPodAutoscalers and ScaledObjects of the input, by what they scale. */
export class Autoscalers {
  private readonly byTarget = new Map<string, JudgedManifest[]>();

  constructor(scalers: readonly JudgedManifest[]) {
    for (const scaler of scalers) {
      const target = targetKey(scaler);
      const known = this.byTarget.get(target);
      if (known) known.push(scaler);
      else this.byTarget.set(target, [scaler]);
    }
  }

  /** The autoscalers of a manifest. */
  of(manifest: JudgedManifest): readonly JudgedManifest[] {
    if (this.byTarget.size === 0) return NONE;
    const { object } = manifest;
    return this.byTarget.get(`${kindKey(object)} ${namespaceOf(manifest)}/${object.name}`) ?? NONE;
  }

  /** The autoscalers with the target of one of them, itself among them. */
  sharing(scaler: JudgedManifest): readonly JudgedManifest[] {
    return this.byTarget.get(targetKey(scaler)) ?? NONE;
  }
}

function targetKey(scaler: JudgedManifest): string {
  const { kind, namespace, name } = scaleTargetOf(scaler);
  return `${kind} ${namespace}/${name}`;
}
