import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { labelValueComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** For whom an endpoint is meant. */
export interface EndpointHints {
  readonly forZones?: readonly Hint[];
  readonly forNodes?: readonly Hint[];
}

interface Hint {
  readonly name?: string;
}

const MAX_HINTS = 8;
const NO_HINTS: readonly Hint[] = [];

/**
 * Judges the hints of an endpoint. Hints for nodes are dropped before 1.34.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/
 */
export function validateEndpointHints(hints: EndpointHints, path: FieldPath, errors: FieldErrors): void {
  const zonesAreFew = validateNames(hints.forZones, labelValueComplaints, path.child('forZones'), errors);
  if (!zonesAreFew || isBefore(errors.version, '1.34')) return;
  validateNames(hints.forNodes, dnsSubdomainComplaints, path.child('forNodes'), errors);
}

/** Says whether there are no more than there may be. */
function validateNames(
  hints: readonly Hint[] = NO_HINTS,
  complaintsOf: (name: string) => readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): boolean {
  if (hints.length > MAX_HINTS) {
    errors.tooMany(path, hints.length, MAX_HINTS);
    return false;
  }
  const names = new Set<string>();
  for (const [index, hint] of hints.entries()) {
    const name = hint?.name ?? '';
    const namePath = path.index(index).child('name');
    if (names.has(name)) errors.duplicate(namePath, name);
    names.add(name);
    errors.invalidEach(namePath, name, complaintsOf(name));
  }
  return true;
}
