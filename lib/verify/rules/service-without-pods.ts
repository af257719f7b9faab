import { AGENT_LABELS_ANNOTATION } from '../../kubernetes/drydock-labels';
import { namespaceOf } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import { type NearPods, nearPods } from '../relations/near-pods';
import { mayChange } from '../relations/permissions';
import { selectedPods } from '../relations/selected-pods';
import { podSelectorOf } from '../relations/service-selector';
import type { Rule } from '../rule';

const FIX = "write the labels of the pods' template into the selector, or declare the pods external";

/** A Service whose selector matches nothing. */
export const serviceWithoutPods: Rule = {
  meta: {
    id: 'service-without-pods',
    level: 'broken',
    kinds: ['Service'],
    summary: 'the selector of a Service matches no pod',
    why: 'a Service without endpoints refuses every connection, and its name may still resolve, so that nothing but its users notices; it is risky where only one label is missing, and the pods may set it themselves',
    fix: FIX,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  },
  check(service, set) {
    const selector = podSelectorOf(service);
    if (!selector) return [];
    const namespace = namespaceOf(service);
    if (selectedPods(set).of(service).length > 0) return [];
    const near = nearPods(set, namespace, selector.matchLabels);
    // What the nearest pods bear of it says nothing of others.
    if (set.mayMatchOnlyUnseenPods(namespace, near ? { matchLabels: near.missing } : selector)) return [];
    const isTarget = set.isTarget(namespace);
    if (isTarget && !near) return [];
    const problem = { path: 'spec.selector', value: selector.matchLabels };
    if (!near) return [{ ...problem, message: 'matches the labels of no pod of the input' }];
    const { kind, name } = near.source.manifest.object;
    const missing = `${near.key}=${near.missing[near.key]}`;
    return [
      {
        ...problem,
        message: `matches no pod: ${kind} '${name}' has all of it but ${missing}`,
        fix: `${FIX}; if a program sets the label on its pods, add ${near.key} to agentLabels, or to the annotation ${AGENT_LABELS_ANNOTATION} of the Service`,
        ...((isTarget || mayLabelItself(near, set)) && { level: 'risky' }),
      },
    ];
  },
};

/** Whether the pods may set the label that they lack, as databases do that elect a primary. */
function mayLabelItself({ source, key }: NearPods, set: ManifestSet): boolean {
  if (!set.isOfTemplates(key)) return false;
  const { serviceAccountName } = source.spec;
  const account = typeof serviceAccountName === 'string' ? serviceAccountName : 'default';
  return mayChange(set, source.namespace, account, 'pods');
}
