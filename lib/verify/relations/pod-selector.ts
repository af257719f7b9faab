import type { LabelRequirement, LabelSelectorSpec, Labels } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { kindKey } from './kind-key';
import { podSelectorOf } from './service-selector';

/** Workloads that keep pods running, and so have a selector for them. */
export const LASTING_WORKLOADS: readonly string[] = [
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'ReplicationController',
];

const EVERYTHING: LabelSelectorSpec = {};

/** Where each kind says which pods of its namespace it is about. */
const SELECTORS: Readonly<Record<string, (manifest: JudgedManifest) => LabelSelectorSpec | undefined>> = {
  Service: podSelectorOf,
  ReplicationController: ({ data }) => {
    const matchLabels = dataAt(data, 'spec', 'selector') as Labels;
    return Object.keys(matchLabels).length > 0 ? { matchLabels } : undefined;
  },
  'networking.k8s.io/NetworkPolicy': ({ data }) => readSelector(data, 'podSelector') ?? EVERYTHING,
};

/**
 * Which pods of its namespace a manifest selects: a Service, a workload, a NetworkPolicy, a PodDisruptionBudget.
 * Undefined where it selects none; an empty selector is every pod.
 */
export function selectorOf(manifest: JudgedManifest): LabelSelectorSpec | undefined {
  const kind = kindKey(manifest.object);
  return Object.hasOwn(SELECTORS, kind)
    ? SELECTORS[kind]?.(manifest)
    : readSelector(manifest.data, 'selector');
}

function readSelector(data: Data, field: string): LabelSelectorSpec | undefined {
  const selector = dataAt(data, 'spec')[field];
  if (!isData(selector)) return undefined;
  return {
    matchLabels: dataAt(selector, 'matchLabels') as Labels,
    matchExpressions: listAt(selector, 'matchExpressions') as unknown as readonly LabelRequirement[],
  };
}
