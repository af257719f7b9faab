import { isBefore } from '../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { isSame } from '../same';
import { dataOf } from './stored/changed';
import type { Update } from './update-rule';

const CIDRS = FieldPath.of('spec', 'cidrs');
const MESSAGE = 'may not change once the object exists';
const ADVICE = {
  fix: 'create a ServiceCIDR of another name, and delete this one once no Service uses its addresses',
  see: 'https://kubernetes.io/docs/tasks/network/extend-service-ip-ranges/',
};

/** An update of a ServiceCIDR may not change its ranges; since 1.33 it may add one of the other family. */
export function updateServiceCidr({ before, after }: Update, errors: FieldErrors): void {
  const [old, now] = [cidrsOf(before.spec), cidrsOf(after.spec)];
  const growing = old.length === 1 && now.length === 2;
  if (isBefore(errors.version, '1.33') || (old.length !== now.length && !growing)) {
    if (!isSame(old, now)) errors.invalid(CIDRS, now, MESSAGE, ADVICE);
    return;
  }
  for (const [index, cidr] of old.entries()) {
    if (cidr !== now[index]) errors.invalid(CIDRS.index(index), now[index], MESSAGE, ADVICE);
  }
}

function cidrsOf(spec: unknown): readonly unknown[] {
  const { cidrs } = dataOf(spec);
  return Array.isArray(cidrs) ? cidrs : [];
}
