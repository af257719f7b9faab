import { usesName } from '../../cel/uses-name';
import type { ValidationRule } from './json-schema';

const known = new Map<string, boolean>();

/** Whether a rule compares with the state before an update: a transition rule. */
export function usesOldSelf({ rule = '' }: ValidationRule): boolean {
  if (!rule.includes('oldSelf')) return false;
  let uses = known.get(rule);
  if (uses === undefined) {
    uses = usesName(rule, 'oldSelf');
    known.set(rule, uses);
  }
  return uses;
}
