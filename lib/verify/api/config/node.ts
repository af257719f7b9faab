import { labelValueComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelName } from '../labels';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validateCidr } from '../network/ip-rules';
import { type ResourceList, validateResourceQuantity } from '../quantities';
import type { Validator } from '../validator';

interface Taint {
  readonly key?: string;
  readonly value?: string;
  readonly effect?: string;
}

interface Node {
  readonly spec?: {
    readonly taints?: readonly Taint[];
    readonly podCIDR?: string;
    readonly podCIDRs?: readonly string[];
  };
  readonly status?: { readonly capacity?: ResourceList; readonly allocatable?: ResourceList };
}

/** The server writes taints below the metadata. */
const TAINTS = FieldPath.of('metadata', 'taints');
const POD_CIDRS = FieldPath.of('spec', 'podCIDRs');
const STATUS = FieldPath.of('status');
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * Judges a Node.
 *
 * @see https://kubernetes.io/docs/concepts/architecture/nodes/
 */
export const validateNode: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { spec, status } = object as Node;
  if (spec?.taints !== undefined) validateTaints(spec.taints, errors);
  const single = spec?.podCIDR ? [spec.podCIDR] : [];
  validatePodCidrs(spec?.podCIDRs?.length ? spec.podCIDRs : single, errors);
  for (const list of ['capacity', 'allocatable'] as const) {
    const resources: ResourceList = status?.[list] ?? {};
    for (const name in resources) {
      validateResourceQuantity(name, resources[name], STATUS.child(list).key(name), errors);
    }
  }
};

function validateTaints(taints: readonly Taint[], errors: FieldErrors): void {
  const seen = new Set<string>();
  for (const [index, { key = '', value = '', effect = '' }] of taints.entries()) {
    const path = TAINTS.index(index);
    validateLabelName(key, path.child('key'), errors);
    errors.invalidEach(path.child('value'), value, labelValueComplaints(value));
    if (effect === '') errors.required(path.child('effect'), `must be one of ${EFFECTS.join(', ')}`);
    else if (!EFFECTS.includes(effect)) errors.notSupported(path.child('effect'), effect, EFFECTS);
    const identity = `${effect}:${key}`;
    if (seen.has(identity)) errors.duplicate(path, key, 'has this key and effect twice');
    seen.add(identity);
  }
}

function validatePodCidrs(cidrs: readonly string[], errors: FieldErrors): void {
  const families = cidrs.map((cidr, index) => validateCidr(cidr, POD_CIDRS.index(index), errors)?.ip.family);
  const dual = cidrs.length === 2 && families[0] !== families[1] && !families.includes(undefined);
  if (cidrs.length > 1 && !dual)
    errors.invalid(POD_CIDRS, cidrs, 'must hold one network of each family at most');
}
