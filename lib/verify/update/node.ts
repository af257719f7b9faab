import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import { isSame } from '../same';
import { dataOf } from './stored/changed';
import type { Update } from './update-rule';

const SPEC = FieldPath.of('spec');
const FIX = 'delete the Node, and let it register again';

/** What an update of a Node may not change: what the cloud and the network gave to it. */
export function updateNode({ before, after }: Update, errors: FieldErrors): void {
  const [old, now] = [dataOf(before.spec), dataOf(after.spec)];
  const message = 'may not change once it is set';
  const podCidrs = podCidrsOf(old);
  if (podCidrs.length > 0 && !isSame(podCidrs, podCidrsOf(now))) {
    errors.forbidden(SPEC.child('podCIDRs'), message, { fix: FIX });
  }
  if (old.providerID && old.providerID !== now.providerID) {
    errors.forbidden(SPEC.child('providerID'), message, { fix: FIX });
  }
  if ((old.externalID || '') !== (now.externalID || '')) {
    errors.forbidden(SPEC.child('externalID'), 'may not change', { fix: FIX });
  }
}

/** `podCIDR` is the first one of `podCIDRs`. */
function podCidrsOf({ podCIDR, podCIDRs }: Data): readonly unknown[] {
  return Array.isArray(podCIDRs) && podCIDRs.length > 0 ? podCIDRs : podCIDR ? [podCIDR] : [];
}
