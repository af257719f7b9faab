import type { IPodSelector } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { labelValueComplaints, qualifiedNameComplaints } from '../kubernetes/label-format';
import type { Labels } from '../kubernetes/label-selector';
import { PropError } from '../prop-error';

/** The pods that a Service leads to: a workload (ours or one of cdk8s-plus), or the labels that they bear. */
export type ServicePods = IPodSelector | Labels;

/**
 * The labels that a Service must select in order to lead to these pods.
 *
 * @throws PropError when there are none, since a Service without a selector leads nowhere; when there are
 * expressions, since a Service can only compare labels; when a label breaks its format.
 */
export function podLabelsOf(construct: IConstruct, pods: ServicePods): Labels {
  const labels = isPodSelector(pods) ? selectorLabels(construct, pods) : pods;
  if (Object.keys(labels).length === 0) {
    throw new PropError({
      construct,
      prop: 'pods',
      problem: 'has no labels, and a Service without a selector leads nowhere',
      fix: 'name the labels that the pods bear, or leave the pods out where someone else writes the EndpointSlices',
    });
  }
  for (const [key, value] of Object.entries(labels)) {
    const complaint = qualifiedNameComplaints(key)[0] ?? labelValueComplaints(value)[0];
    if (complaint) throw refused(construct, `label '${key}' ${complaint}`, { [key]: value });
  }
  return labels;
}

/**
 * A selector narrowed by labels.
 *
 * @throws PropError when both ask for other values of one label: no pod could bear both.
 */
export function narrowed(construct: IConstruct, selector: Labels, labels: Labels): Labels {
  for (const [key, value] of Object.entries(labels)) {
    const before = selector[key];
    if (before !== undefined && before !== value) {
      throw refused(construct, `label '${key}' is selected with the value '${before}' already`, value);
    }
  }
  return { ...selector, ...labels };
}

function selectorLabels(construct: IConstruct, pods: IPodSelector): Labels {
  const { matchLabels = {}, matchExpressions } = pods.toPodSelectorConfig().labelSelector._toKube();
  if (matchExpressions?.length) {
    throw refused(construct, 'has expressions, and a Service can only compare labels', matchExpressions);
  }
  return matchLabels;
}

function refused(construct: IConstruct, problem: string, received: unknown): PropError {
  const fix = 'select the pods by labels that they alone bear, one value each';
  return new PropError({ construct, prop: 'pods', problem, received, fix });
}

function isPodSelector(pods: ServicePods): pods is IPodSelector {
  return typeof (pods as Partial<IPodSelector>).toPodSelectorConfig === 'function';
}
