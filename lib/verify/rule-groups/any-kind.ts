import type { Rule } from '../rule';
import { duplicateIdentity } from '../rules/duplicate-identity';

/** The rules of objects of any kind, in the order of the alphabet. */
export const RULES: readonly Rule[] = [duplicateIdentity];
