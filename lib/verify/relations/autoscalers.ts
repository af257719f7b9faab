import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';

/** The HorizontalPodAutoscalers of the input, by what they scale. */
export class Autoscalers {
  private readonly byTarget = new Map<string, JudgedManifest>();

  constructor(scalers: readonly JudgedManifest[]) {
    for (const scaler of scalers) {
      const { apiVersion, kind, name } = dataAt(scaler.data, 'spec', 'scaleTargetRef');
      const target = kindKey({ apiVersion: String(apiVersion ?? ''), kind: String(kind) });
      const key = `${target} ${namespaceOf(scaler)}/${String(name)}`;
      if (!this.byTarget.has(key)) this.byTarget.set(key, scaler);
    }
  }

  /** The autoscaler of a manifest, the first of several. */
  of(manifest: JudgedManifest): JudgedManifest | undefined {
    if (this.byTarget.size === 0) return undefined;
    const { object } = manifest;
    return this.byTarget.get(`${kindKey(object)} ${namespaceOf(manifest)}/${object.name}`);
  }
}
