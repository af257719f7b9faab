import { FieldPath } from '../../field-path';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { configKeyComplaints } from './config-key';
import { MAX_DATA_BYTES } from './data-size';

interface ConfigMap {
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

const DATA = FieldPath.of('data');
const BINARY_DATA = FieldPath.of('binaryData');

/** The server names no field where a ConfigMap is too large. */
const WHOLE = FieldPath.of('[]');

/**
 * Judges a ConfigMap.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export const validateConfigMap: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { data, binaryData } = object as ConfigMap;
  let size = 0;
  for (const key in data) {
    const complaints = configKeyComplaints(key);
    if (complaints.length > 0) errors.invalidEach(DATA.key(key), key, complaints);
    if (binaryData !== undefined && Object.hasOwn(binaryData, key)) {
      errors.invalid(DATA.key(key), key, 'stands in binaryData too');
    }
    size += Buffer.byteLength(data[key] ?? '');
  }
  for (const key in binaryData) {
    const complaints = configKeyComplaints(key);
    if (complaints.length > 0) errors.invalidEach(BINARY_DATA.key(key), key, complaints);
    size += Buffer.byteLength(binaryData[key] ?? '', 'base64');
  }
  if (size > MAX_DATA_BYTES) errors.tooLong(WHOLE, undefined, MAX_DATA_BYTES);
};
