import type { k8s, Workload } from 'cdk8s-plus-28';
import { PropError } from '../prop-error';
import type { PodProps } from './pod-props';

/** The fields of a pod that say where it may run. */
type SchedulingFields = Pick<
  k8s.PodSpec,
  'affinity' | 'tolerations' | 'nodeName' | 'topologySpreadConstraints'
>;

/**
 * Where the pods of a workload may run: what its props say, with what was said through cdk8s-plus `scheduling`.
 *
 * @throws PropError when both give an affinity.
 */
export function podScheduling(
  workload: Workload,
  { affinity, tolerations, spread }: PodProps,
): SchedulingFields {
  const said = workload.scheduling._toKube();
  if (affinity && said.affinity) {
    throw new PropError({
      construct: workload,
      prop: 'affinity',
      problem: 'is given twice: as a prop, and through scheduling',
      fix: 'keep one of the two',
    });
  }
  return {
    affinity: affinity ?? said.affinity,
    tolerations:
      tolerations && said.tolerations
        ? [...tolerations, ...said.tolerations]
        : (tolerations ?? said.tolerations),
    nodeName: said.nodeName,
    topologySpreadConstraints: spread?.map(constraint => constraint.toKube(workload.matchLabels)),
  };
}
