import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { type StringMap, validateLabelName } from '../labels';
import { type KeyedSelector, validateMatchLabelKeys } from './match-label-keys';
import {
  type NodeSelector,
  type NodeSelectorTerm,
  validateNodeSelector,
  validateNodeSelectorTerm,
} from './node-selector';

const WEIGHT_MAX = 100;

/** Where a pod must, or would rather, run. */
export interface Affinity {
  readonly nodeAffinity?: NodeAffinity;
  readonly podAffinity?: PodAffinity;
  readonly podAntiAffinity?: PodAffinity;
}

/** By what nodes are. */
interface NodeAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight?: number;
    readonly preference?: NodeSelectorTerm;
  }[];
}

/** By which pods run there. */
interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight?: number;
    readonly podAffinityTerm?: PodAffinityTerm;
  }[];
}

interface PodAffinityTerm extends KeyedSelector {
  readonly namespaceSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
  readonly topologyKey?: string;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/**
 * Judges where a pod must, or would rather, run.
 *
 * @param podLabels labels of the pod, where the affinity is not that of a template.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export function validateAffinity(
  { nodeAffinity, podAffinity, podAntiAffinity }: Affinity,
  path: FieldPath,
  errors: FieldErrors,
  podLabels?: StringMap,
): void {
  if (nodeAffinity) validateNodeAffinity(nodeAffinity, path.child('nodeAffinity'), errors);
  if (podAffinity) validatePodAffinity(podAffinity, path.child('podAffinity'), errors, podLabels);
  if (podAntiAffinity) validatePodAffinity(podAntiAffinity, path.child('podAntiAffinity'), errors, podLabels);
}

function validateNodeAffinity(
  { [REQUIRED]: required, [PREFERRED]: preferred }: NodeAffinity,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (required) validateNodeSelector(required, path.child(REQUIRED), errors);
  preferred?.forEach(({ weight = 0, preference = {} }, index) => {
    const at = path.child(PREFERRED).index(index);
    validateWeight(weight, at, errors);
    validateNodeSelectorTerm(preference, at.child('preference'), errors, false);
  });
}

function validatePodAffinity(
  { [REQUIRED]: required, [PREFERRED]: preferred }: PodAffinity,
  path: FieldPath,
  errors: FieldErrors,
  podLabels: StringMap | undefined,
): void {
  required?.forEach((term, index) => {
    validatePodAffinityTerm(term, path.child(REQUIRED).index(index), errors, podLabels);
  });
  preferred?.forEach(({ weight = 0, podAffinityTerm = {} }, index) => {
    const at = path.child(PREFERRED).index(index);
    validateWeight(weight, at, errors);
    validatePodAffinityTerm(podAffinityTerm, at.child('podAffinityTerm'), errors, podLabels);
  });
}

function validatePodAffinityTerm(
  term: PodAffinityTerm,
  path: FieldPath,
  errors: FieldErrors,
  podLabels: StringMap | undefined,
): void {
  const { labelSelector, namespaceSelector, namespaces, topologyKey = '' } = term;
  if (labelSelector) validateLabelSelector(labelSelector, path.child('labelSelector'), errors);
  if (namespaceSelector) validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), errors);
  for (const namespace of namespaces ?? []) {
    errors.invalidField(path, 'namespace', namespace, dnsLabelComplaints(namespace));
  }
  if (!isBefore(errors.version, '1.31')) validateMatchLabelKeys(term, path, errors, podLabels);
  if (topologyKey === '') errors.required(path.child('topologyKey'));
  validateLabelName(topologyKey, path.child('topologyKey'), errors);
}

function validateWeight(weight: number, path: FieldPath, errors: FieldErrors): void {
  if (weight < 1 || weight > WEIGHT_MAX) {
    errors.invalid(path.child('weight'), weight, `must be from 1 to ${WEIGHT_MAX}`);
  }
}
