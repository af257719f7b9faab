import type { FieldErrors } from '../api/field-errors';
import type { Data } from '../manifest';

/** A stored object and what is to replace it, both decoded. */
export interface Update {
  /** The object as it is stored; the server's defaults may be missing. */
  readonly before: Data;
  readonly after: Data;
  /** The name of their type, for `fieldsOf`. */
  readonly type: string;
}

/**
 * What the API server says of an update of one kind beside what it says of the new object alone. The server fills
 * in its defaults before it compares, so that a missing field and its default are the same.
 */
export type UpdateRule = (update: Update, errors: FieldErrors) => void;
