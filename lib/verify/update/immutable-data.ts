import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';

/** What may be said of a changed field of an object that is marked immutable. */
export interface ImmutableKind {
  readonly fix: string;
  readonly see: string;
}

const IMMUTABLE = FieldPath.of('immutable');

/**
 * What no update may change in a ConfigMap or a Secret that is marked immutable. The values are not shown.
 *
 * @param changed the fields whose content changes.
 */
export function verifyImmutableData(
  before: Data,
  after: Data,
  changed: readonly string[],
  advice: ImmutableKind,
  errors: FieldErrors,
): void {
  if (before.immutable !== true) return;
  if (after.immutable !== true) errors.forbidden(IMMUTABLE, 'must stay true', advice);
  for (const name of changed) {
    errors.forbidden(FieldPath.of(name), 'may not change, as the object is immutable', advice);
  }
}
