import type { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validateCsiDriverName } from '../pod/csi-source';

/** What a driver is told of devices. */
export interface DeviceConfiguration {
  readonly opaque?: { readonly driver?: string; readonly parameters?: unknown };
}

const MAX_BYTES = 10 * 1024;

/** Judges what a driver is told. The parameters are an object that the driver knows. */
export function validateConfiguration(
  { opaque }: DeviceConfiguration,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = path.child('opaque');
  if (opaque === undefined) {
    errors.required(at);
    return;
  }
  validateCsiDriverName(opaque.driver ?? '', at.child('driver'), errors);
  const { parameters } = opaque;
  if (parameters === undefined) errors.required(at.child('parameters'));
  else if (Buffer.byteLength(JSON.stringify(parameters)) > MAX_BYTES) {
    errors.tooLong(at.child('parameters'), undefined, MAX_BYTES);
  } else if (!isData(parameters)) errors.invalid(at.child('parameters'), undefined, 'must be an object');
}
