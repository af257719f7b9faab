import { labelValueComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelName } from '../labels';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const OPERATORS = ['Equal', 'Exists'];

/** A taint that a pod tolerates. */
export interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

/**
 * Judges the taints that a pod tolerates. The operators Gt and Lt stand behind a gate that no version opens by
 * default.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export function validateTolerations(
  tolerations: readonly Toleration[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (let i = 0; i < tolerations.length; i++) {
    validateToleration(tolerations[i] as Toleration, path.index(i), errors);
  }
}

function validateToleration(toleration: Toleration, path: FieldPath, errors: FieldErrors): void {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
  if (key !== '') validateLabelName(key, path.child('key'), errors);
  else if (operator !== 'Exists') {
    errors.invalid(
      path.child('operator'),
      operator,
      'must be Exists where key is empty, which tolerates every taint',
    );
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    errors.invalid(path.child('effect'), effect, 'must be NoExecute where tolerationSeconds is set');
  }
  if (operator === 'Exists') {
    if (value !== '')
      errors.invalid(path.child('operator'), value, 'must be Equal for a taint with this value');
  } else if (operator === '' || operator === 'Equal') {
    const [complaint] = labelValueComplaints(value);
    // the server names the operator where it means the value
    if (complaint !== undefined)
      errors.invalid(path.child('operator'), value, `compares a value that ${complaint}`);
  } else errors.notSupported(path.child('operator'), operator, OPERATORS);
  if (effect !== '' && !EFFECTS.includes(effect)) errors.notSupported(path.child('effect'), effect, EFFECTS);
}
