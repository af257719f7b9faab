import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../label-selector';
import type { StringMap } from '../labels';
import { type KeyedSelector, validateMatchLabelKeys, validateSpreadLabelKeys } from './match-label-keys';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

/** How evenly pods spread over zones, nodes or other domains. */
export interface TopologySpreadConstraint extends KeyedSelector {
  readonly maxSkew?: number;
  readonly topologyKey?: string;
  readonly whenUnsatisfiable?: string;
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: string;
  readonly nodeTaintsPolicy?: string;
}

/**
 * Judges how pods are spread.
 *
 * @param podLabels labels of the pod, where the constraints are not those of a template.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function validateTopologySpread(
  constraints: readonly TopologySpreadConstraint[],
  path: FieldPath,
  errors: FieldErrors,
  podLabels?: StringMap,
): void {
  constraints.forEach((constraint, index) => {
    const at = path.index(index);
    validateConstraint(constraint, at, errors, podLabels);
    const { topologyKey = '', whenUnsatisfiable = '' } = constraint;
    if (index === constraints.length - 1) return;
    const again = constraints
      .slice(index + 1)
      .some(
        later =>
          (later.topologyKey ?? '') === topologyKey && (later.whenUnsatisfiable ?? '') === whenUnsatisfiable,
      );
    if (!again) return;
    errors.duplicate(
      at.child('{topologyKey, whenUnsatisfiable}'),
      `{${topologyKey}, ${whenUnsatisfiable}}`,
      'stand together in two constraints',
    );
  });
}

function validateConstraint(
  constraint: TopologySpreadConstraint,
  path: FieldPath,
  errors: FieldErrors,
  podLabels: StringMap | undefined,
): void {
  const { maxSkew = 0, topologyKey, whenUnsatisfiable = '', minDomains, labelSelector } = constraint;
  if (maxSkew < 1) errors.invalid(path.child('maxSkew'), maxSkew, 'must be 1 or more');
  if (!topologyKey) errors.required(path.child('topologyKey'));
  if (!ACTIONS.includes(whenUnsatisfiable)) {
    errors.notSupported(path.child('whenUnsatisfiable'), whenUnsatisfiable, ACTIONS);
  }
  if (minDomains !== undefined)
    validateMinDomains(minDomains, whenUnsatisfiable, path.child('minDomains'), errors);
  validatePolicy(constraint.nodeAffinityPolicy, 'nodeAffinityPolicy', path, errors);
  validatePolicy(constraint.nodeTaintsPolicy, 'nodeTaintsPolicy', path, errors);
  if (isBefore(errors.version, '1.34')) {
    validateSpreadLabelKeys(constraint, path, errors);
  } else {
    validateMatchLabelKeys(constraint, path, errors, podLabels);
  }
  if (labelSelector) validateLabelSelector(labelSelector, path.child('labelSelector'), errors);
}

function validateMinDomains(minDomains: number, action: string, path: FieldPath, errors: FieldErrors): void {
  if (minDomains < 1) errors.invalid(path, minDomains, 'must be 1 or more');
  if (action !== 'DoNotSchedule') {
    errors.invalid(path, minDomains, 'may be set with whenUnsatisfiable DoNotSchedule alone');
  }
}

function validatePolicy(
  policy: string | undefined,
  field: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (policy !== undefined && !POLICIES.includes(policy))
    errors.notSupported(path.child(field), policy, POLICIES);
}
