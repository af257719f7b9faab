import type { JudgedManifest } from '../judged-manifest';
import { podsIn } from '../pods-of';
import type { StateProblem } from './state-problem';

const SEE = 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/';

/** Pods that contradict the PriorityClass of the input that they name, and a second global default. */
export function priorityClassProblems(manifests: readonly JudgedManifest[]): StateProblem[] {
  const classes = manifests.filter(({ object }) => object.kind === 'PriorityClass');
  if (classes.length === 0) return [];
  const byName = new Map(classes.map(manifest => [manifest.object.name, manifest.data]));
  return [
    ...secondDefaults(classes),
    ...podsIn(manifests).flatMap(({ manifest, spec, path, ofPods }) => {
      const named = byName.get(String(spec.priorityClassName ?? ''));
      if (!named) return [];
      const value = Number(named.value ?? 0);
      const policy = named.preemptionPolicy ?? 'PreemptLowerPriority';
      const problem = (field: string, allowed: unknown): StateProblem => ({
        rule: 'priority-class',
        manifest,
        ofPods,
        path: `${path}.${field}`,
        value: spec[field],
        message: `must be that of PriorityClass '${spec.priorityClassName}', which is ${allowed}`,
        fix: `leave out '${field}': the class sets it`,
        see: SEE,
      });
      return [
        ...(spec.priority !== undefined && spec.priority !== value ? [problem('priority', value)] : []),
        ...(spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== policy
          ? [problem('preemptionPolicy', policy)]
          : []),
      ];
    }),
  ];
}

function secondDefaults(classes: readonly JudgedManifest[]): StateProblem[] {
  const [first, ...others] = classes.filter(({ data }) => data.globalDefault === true);
  return others.map(manifest => ({
    rule: 'priority-class',
    manifest,
    ofPods: false,
    path: 'globalDefault',
    value: true,
    message: `is true for PriorityClass '${first?.object.name}' as well, and one class can be the default`,
    fix: 'leave it to one class',
    see: SEE,
  }));
}
