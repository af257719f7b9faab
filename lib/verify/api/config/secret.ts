import { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { configKeyComplaints } from './config-key';
import { MAX_DATA_BYTES } from './data-size';

type Texts = Readonly<Record<string, string>>;

interface Secret {
  readonly type?: string;
  /** Base64. */
  readonly data?: Texts;
  /** Plain; wins over `data`. */
  readonly stringData?: Texts;
}

const DATA = FieldPath.of('data');
const SERVICE_ACCOUNT = 'kubernetes.io/service-account.name';

/**
 * Judges a Secret, whose keys depend on its type. What stands in `stringData` is judged as `data`, where the server
 * puts it. No finding shows a value.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
 */
export const validateSecret: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { data, stringData, type } = object as Secret;
  let size = 0;
  for (const key in data) {
    if (has(stringData, key)) continue;
    validateKey(key, errors);
    size += Buffer.byteLength(data[key] ?? '', 'base64');
  }
  for (const key in stringData) {
    validateKey(key, errors);
    size += Buffer.byteLength(stringData[key] ?? '');
  }
  if (size > MAX_DATA_BYTES) errors.tooLong(DATA, undefined, MAX_DATA_BYTES);
  if (type === 'kubernetes.io/service-account-token') {
    if (metadataOf(object).annotations?.[SERVICE_ACCOUNT]) return;
    errors.required(
      FieldPath.of('metadata', 'annotations').key(SERVICE_ACCOUNT),
      `is required of a Secret of type ${type}: the ServiceAccount's name`,
    );
  } else if (type) validateType(type, object as Secret, errors);
};

function validateKey(key: string, errors: FieldErrors): void {
  const complaints = configKeyComplaints(key);
  if (complaints.length > 0) errors.invalidEach(DATA.key(key), key, complaints);
}

function validateType(type: string, secret: Secret, errors: FieldErrors): void {
  const needs = (key: string) => errors.required(DATA.key(key), `is required of a Secret of type ${type}`);
  switch (type) {
    case 'kubernetes.io/dockercfg':
      validateJson('.dockercfg', secret, errors, needs);
      break;
    case 'kubernetes.io/dockerconfigjson':
      validateJson('.dockerconfigjson', secret, errors, needs);
      break;
    case 'kubernetes.io/basic-auth':
      if (hasKey(secret, 'username') || hasKey(secret, 'password')) break;
      needs('username');
      needs('password');
      break;
    case 'kubernetes.io/ssh-auth':
      if (!plainValue(secret, 'ssh-privatekey')) needs('ssh-privatekey');
      break;
    case 'kubernetes.io/tls':
      if (!hasKey(secret, 'tls.crt')) needs('tls.crt');
      if (!hasKey(secret, 'tls.key')) needs('tls.key');
      break;
  }
}

function validateJson(key: string, secret: Secret, errors: FieldErrors, needs: (key: string) => void): void {
  if (!hasKey(secret, key)) needs(key);
  else if (!isJsonObject(plainValue(secret, key))) {
    errors.invalid(DATA.key(key), undefined, 'must hold a JSON object');
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || isData(value);
  } catch {
    return false;
  }
}

function hasKey({ data, stringData }: Secret, key: string): boolean {
  return has(stringData, key) || has(data, key);
}

/** The plain value, which must never leave this file. */
function plainValue({ data, stringData }: Secret, key: string): string {
  if (has(stringData, key)) return stringData[key] ?? '';
  return has(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
}

function has(texts: Texts | undefined, key: string): texts is Texts {
  return texts !== undefined && Object.hasOwn(texts, key);
}
