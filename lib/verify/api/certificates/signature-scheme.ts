import { type DerValue, derValues, OBJECT_IDENTIFIER, SEQUENCE } from './der-value';

/** How a signature was made. */
export interface SignatureScheme {
  /** The type of the key, as Node.js calls it. */
  readonly keyType: 'ec' | 'ed25519' | 'rsa';
  /** The hash; null where the type of the key has its own. */
  readonly hash: string | null;
  /** What else Node.js needs to know. */
  readonly padding?: { readonly padding: number; readonly saltLength: number };
}

/** The schemes by their object identifiers, in hexadecimal digits of DER. MD5 and DSA are not among them. */
const SCHEMES: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  ['2a864886f70d010105', { keyType: 'rsa', hash: 'sha1' }],
  ['2b0e03021d', { keyType: 'rsa', hash: 'sha1' }],
  ['2a864886f70d01010b', { keyType: 'rsa', hash: 'sha256' }],
  ['2a864886f70d01010c', { keyType: 'rsa', hash: 'sha384' }],
  ['2a864886f70d01010d', { keyType: 'rsa', hash: 'sha512' }],
  ['2a8648ce3d0401', { keyType: 'ec', hash: 'sha1' }],
  ['2a8648ce3d040302', { keyType: 'ec', hash: 'sha256' }],
  ['2a8648ce3d040303', { keyType: 'ec', hash: 'sha384' }],
  ['2a8648ce3d040304', { keyType: 'ec', hash: 'sha512' }],
  ['2b6570', { keyType: 'ed25519', hash: null }],
]);

const RSA_PSS = '2a864886f70d01010a';
const RSA_PKCS1_PSS_PADDING = 6;

/** The hashes of RSA-PSS by their object identifiers: the salt is as long as the hash. */
const PSS_HASHES: ReadonlyMap<string, { readonly hash: string; readonly saltLength: number }> = new Map([
  ['608648016503040201', { hash: 'sha256', saltLength: 32 }],
  ['608648016503040202', { hash: 'sha384', saltLength: 48 }],
  ['608648016503040203', { hash: 'sha512', saltLength: 64 }],
]);

/** The scheme that an algorithm identifier names; undefined for one that API servers do not take. */
export function signatureScheme(algorithm: DerValue): SignatureScheme | undefined {
  const [identifier, parameters] = derValues(algorithm.content) ?? [];
  if (identifier?.tag !== OBJECT_IDENTIFIER) return undefined;
  const name = identifier.content.toString('hex');
  return name === RSA_PSS ? pssScheme(parameters) : SCHEMES.get(name);
}

function pssScheme(parameters: DerValue | undefined): SignatureScheme | undefined {
  const [hash] = (parameters?.tag === SEQUENCE && derValues(parameters.content)) || [];
  const [algorithm] = (hash && derValues(hash.content)) ?? [];
  const [identifier] = (algorithm && derValues(algorithm.content)) ?? [];
  const found = PSS_HASHES.get(identifier?.content.toString('hex') ?? '');
  if (!found) return undefined;
  const padding = { padding: RSA_PKCS1_PSS_PADDING, saltLength: found.saltLength };
  return { keyType: 'rsa', hash: found.hash, padding };
}
