import type { Rule } from '../rule';
import { absentRole } from '../rules/absent-role';
import { absentSecret } from '../rules/absent-secret';
import { subjectInOtherNamespace } from '../rules/subject-in-other-namespace';

/** The rules of accounts and who may do what, in the order of the alphabet. */
export const RULES: readonly Rule[] = [absentRole, absentSecret, subjectInOtherNamespace];
