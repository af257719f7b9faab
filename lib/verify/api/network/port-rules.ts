import { portNameComplaints, portNumberComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const;

/** The protocol that the server sets where none is given. */
export const DEFAULT_PROTOCOL = 'TCP';

/** Whether a value is the number of a port, 1 to 65535. */
export function isPortNumber(value: number | string): boolean {
  return typeof value === 'number' && portNumberComplaints(value).length === 0;
}

/** Judges the number of a port, 1 to 65535. */
export function validatePortNumber(value: number, path: FieldPath, errors: FieldErrors): void {
  errors.invalidEach(path, value, portNumberComplaints(value));
}

/** Judges a port that is a number, or the name of a port of a container. */
export function validatePortNumberOrName(value: number | string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidEach(
    path,
    value,
    typeof value === 'number' ? portNumberComplaints(value) : portNameComplaints(value),
    { fix: 'give a number as a number, without quotes; the name of a port holds a letter' },
  );
}

/** Judges the protocol of a port. */
export function validateProtocol(value: string, path: FieldPath, errors: FieldErrors): void {
  if (!(PROTOCOLS as readonly string[]).includes(value)) errors.notSupported(path, value, PROTOCOLS);
}
