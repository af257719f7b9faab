import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { labelValueComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelName } from '../labels';

/** What a label, or a field, of a node must be. */
export interface NodeSelectorRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

/** Requirements that a node must meet together. */
export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly NodeSelectorRequirement[];
  readonly matchFields?: readonly NodeSelectorRequirement[];
}

/** Terms of which a node must meet one. */
export interface NodeSelector {
  readonly nodeSelectorTerms?: readonly NodeSelectorTerm[];
}

const OPERATORS = 'In, NotIn, Exists, DoesNotExist, Gt, Lt';

/**
 * Judges what nodes must be. Since 1.32 values must be such as labels can have.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export function validateNodeSelector(
  { nodeSelectorTerms: terms = [] }: NodeSelector,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = path.child('nodeSelectorTerms');
  if (terms.length === 0) errors.required(at, 'needs a term');
  const strict = !isBefore(errors.version, '1.32');
  terms.forEach((term, index) => {
    validateNodeSelectorTerm(term, at.index(index), errors, strict);
  });
}

/**
 * Judges one term.
 *
 * @param labelValues whether values must be such as labels can have.
 */
export function validateNodeSelectorTerm(
  { matchExpressions, matchFields }: NodeSelectorTerm,
  path: FieldPath,
  errors: FieldErrors,
  labelValues: boolean,
): void {
  matchExpressions?.forEach((requirement, index) => {
    validateLabelRequirement(requirement, path.child('matchExpressions').index(index), errors, labelValues);
  });
  matchFields?.forEach((requirement, index) => {
    validateFieldRequirement(requirement, path.child('matchFields').index(index), errors);
  });
}

function validateLabelRequirement(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: FieldPath,
  errors: FieldErrors,
  labelValues: boolean,
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) errors.required(path.child('values'), `is required with operator ${operator}`);
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0)
        errors.forbidden(path.child('values'), `may not be set with operator ${operator}`);
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1)
        errors.required(path.child('values'), `must have one value with operator ${operator}`);
      break;
    default:
      errors.invalid(path.child('operator'), operator, `must be one of ${OPERATORS}`);
  }
  validateLabelName(key, path.child('key'), errors);
  if (!labelValues) return;
  values.forEach((value, index) => {
    errors.invalidEach(path.child('values').index(index), value, labelValueComplaints(value));
  });
}

/** The one field of a node that can be asked for is its name. */
function validateFieldRequirement(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.invalid(path.child('operator'), operator, 'must be In or NotIn for a field');
  } else if (values.length !== 1) {
    errors.required(
      path.child('values'),
      `must have one value with operator ${operator}, as it is for a field`,
    );
  }
  if (key !== 'metadata.name') {
    errors.invalid(path.child('key'), key, 'must be metadata.name', {
      fix: 'select labels of the node by matchExpressions',
    });
    return;
  }
  values.forEach((value, index) => {
    errors.invalidEach(path.child('values').index(index), value, dnsSubdomainComplaints(value));
  });
}
