import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** A number of pods, or a share of them as a percentage: `2`, `25%`. */
export type IntOrPercent = number | string;

const PERCENT = /^[0-9]+%$/;
const INTEGER = /^[+-]?[0-9]+$/;

/** Judges a number of pods or a percentage: not below 0, and a text must end in a percent sign. */
export function validateIntOrPercent(value: IntOrPercent, path: FieldPath, errors: FieldErrors): void {
  if (typeof value === 'number') {
    if (value < 0) errors.invalid(path, value, 'must be 0 or more');
  } else if (!PERCENT.test(value)) {
    errors.invalid(path, value, "must be a number, or a percentage such as '25%'", {
      fix: INTEGER.test(value) ? 'take the number out of its quotes, or append a percent sign' : undefined,
    });
  }
}

/** Judges that a percentage is no more than all. */
export function validateNoMoreThanAll(value: IntOrPercent, path: FieldPath, errors: FieldErrors): void {
  if (typeof value === 'string' && PERCENT.test(value) && Number.parseInt(value, 10) > 100) {
    errors.invalid(path, value, "must not be greater than '100%'");
  }
}

/** Whether the server takes a value for none at all, be it pods or percent; so does it a text that is no number. */
export function isNone(value: IntOrPercent): boolean {
  if (typeof value === 'number') return value === 0;
  return PERCENT.test(value) || INTEGER.test(value) ? Number.parseInt(value, 10) === 0 : true;
}
