import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { dataOf } from './stored/changed';
import type { Update } from './update-rule';

const SCOPES = FieldPath.of('spec', 'scopes');

/** An update of a ResourceQuota may not change what it counts; the order of the scopes does not matter. */
export function updateResourceQuota({ before, after }: Update, errors: FieldErrors): void {
  const [old, now] = [scopesOf(before.spec), scopesOf(after.spec)];
  if (old.size === now.size && [...now].every(scope => old.has(scope))) return;
  errors.invalid(SCOPES, [...now], 'may not change once the object exists', {
    fix: 'create a quota of another name for the other scopes, or delete this one and create it again',
    see: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes',
  });
}

function scopesOf(spec: unknown): ReadonlySet<unknown> {
  const { scopes } = dataOf(spec);
  return new Set(Array.isArray(scopes) ? scopes : []);
}
