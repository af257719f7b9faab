import type { Validator, ValidatorKey } from './validator';

/** The validators by group and kind; those of another version of a group stand as `group/version/Kind`. */
export const VALIDATORS: ReadonlyMap<ValidatorKey, Validator> = new Map<ValidatorKey, Validator>([]);
