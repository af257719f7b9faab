import { isBefore } from '../../../kubernetes/kubernetes-version';
import { isQuantity, quantityNanos } from '../../../kubernetes/quantity';
import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { dataOf } from '../stored/changed';
import { bindingOf } from './binding';

const SIZE = FieldPath.of('spec', 'resources', 'requests', 'storage');
const ADVICE = {
  fix: 'create a smaller claim of another name and copy the data: a volume never shrinks',
  see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#recovering-from-failure-when-expanding-volumes',
};

/** The spec of a claim as if it asked for the size that another asks for: a bound claim may grow. */
export function withSizeOf(old: Data, now: Data): Data {
  const resources = dataOf(now.resources);
  if (typeof resources.requests !== 'object' || resources.requests === null) return now;
  const requests = { ...resources.requests, storage: requestsOf(old).storage };
  return { ...now, resources: { ...resources, requests } };
}

/** A claim does not shrink; since 1.32 one whose growth failed may take it back, as far as its volume has not grown. */
export function verifyClaimSize(before: Data, after: Data, errors: FieldErrors): void {
  const old = amountOf(requestsOf(dataOf(before.spec)).storage);
  const now = amountOf(requestsOf(dataOf(after.spec)).storage);
  if (now >= old) return;
  if (isBefore(errors.version, '1.32')) {
    errors.forbidden(SIZE, `must stay ${sizeText(before)} or more`, ADVICE);
  } else if (now <= capacityOf(before)) {
    errors.forbidden(SIZE, 'must be more than the volume has', ADVICE);
  }
}

/** What the volume has; where nobody knows, it has what the claim asked for. */
function capacityOf(claim: Data): bigint {
  const { storage } = dataOf(dataOf(claim.status).capacity);
  if (storage !== undefined) return amountOf(storage);
  return bindingOf(claim) === 'unknown' ? amountOf(requestsOf(dataOf(claim.spec)).storage) : 0n;
}

function requestsOf({ resources }: Data): Data {
  return dataOf(dataOf(resources).requests);
}

function sizeText({ spec }: Data): string {
  return String(requestsOf(dataOf(spec)).storage);
}

function amountOf(quantity: unknown): bigint {
  const text = String(quantity ?? '');
  return isQuantity(text) ? quantityNanos(text) : 0n;
}
