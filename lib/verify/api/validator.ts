import type { Data } from '../manifest';
import type { FieldErrors } from './field-errors';

/**
 * The API server's own validation of one kind. The object is decoded: every field has the type that the schema
 * says, `null` and unknown fields are gone. It has no defaults yet: where the server sets one before it validates,
 * a missing or empty field stands for it.
 */
export type Validator<T = Data> = (object: T, errors: FieldErrors) => void;

/** What tells validators apart: API group and kind, such as `apps/Deployment`, `/Pod` for the core group. */
export type ValidatorKey = `${string}/${string}`;
