import type { KeyObject } from 'node:crypto';
import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { BIT_STRING, type DerValue, derValues, SEQUENCE } from './der-value';
import { firstPemBlock } from './pem-block';
import { type SignatureScheme, signatureScheme } from './signature-scheme';

const PEM_TYPE = 'CERTIFICATE REQUEST';

/** The parts of a request in PKCS #10. */
interface Parts {
  /** What is signed. */
  readonly info: Buffer;
  readonly publicKey: Buffer;
  readonly algorithm: DerValue;
  readonly signature: Buffer;
}

/**
 * What is wrong with a certificate request in PEM: its form, or a signature that is not of its key; undefined where
 * nothing is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2986
 */
export function requestComplaint(pem: Buffer, version: KubernetesVersion): string | undefined {
  const block = firstPemBlock(pem.toString('latin1'));
  if (block?.type !== PEM_TYPE) return `must be PEM with a block of type '${PEM_TYPE}', in base64`;
  const parts = partsOf(block.bytes);
  if (!parts) return 'must hold a certificate request in PKCS #10: its DER cannot be read';
  const scheme = signatureScheme(parts.algorithm);
  if (!scheme) return 'must be signed with RSA, ECDSA or Ed25519, and a hash that is not broken';
  return isSigned(parts, scheme, version) ? undefined : 'must be signed with the key that it holds';
}

function partsOf(bytes: Buffer): Parts | undefined {
  const [request, ...after] = derValues(bytes) ?? [];
  if (request?.tag !== SEQUENCE || after.length > 0) return undefined;
  const [info, algorithm, signature, ...more] = derValues(request.content) ?? [];
  if (info?.tag !== SEQUENCE || algorithm?.tag !== SEQUENCE || signature?.tag !== BIT_STRING)
    return undefined;
  const [, , publicKey] = derValues(info.content) ?? [];
  if (publicKey?.tag !== SEQUENCE || more.length > 0) return undefined;
  // The first byte of a bit string says how many bits of the last one do not count: signatures are whole bytes.
  if (signature.content[0] !== 0) return undefined;
  return {
    info: info.bytes,
    publicKey: publicKey.bytes,
    algorithm,
    signature: signature.content.subarray(1),
  };
}

function isSigned(
  { info, publicKey, signature }: Parts,
  scheme: SignatureScheme,
  version: KubernetesVersion,
): boolean {
  const crypto: typeof import('node:crypto') = require('node:crypto');
  let key: KeyObject;
  try {
    key = crypto.createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  } catch {
    return false;
  }
  if (key.asymmetricKeyType !== scheme.keyType || !isTaken(key, version)) return false;
  try {
    return crypto.verify(scheme.hash, info, { key, ...scheme.padding }, signature);
  } catch {
    // Where the cryptography of this machine cannot tell, nothing is held against the request.
    return true;
  }
}

const CURVES = ['secp224r1', 'prime256v1', 'secp384r1', 'secp521r1'];
const SHORTEST_RSA_BITS = 1024;

/** Whether servers take keys of this curve, or of this length: short ones only as long as they were built with Go 1.23. */
function isTaken(
  { asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject,
  version: KubernetesVersion,
): boolean {
  const { namedCurve = '', modulusLength = 0 } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ec') return CURVES.includes(namedCurve);
  return asymmetricKeyType !== 'rsa' || isBefore(version, '1.33') || modulusLength >= SHORTEST_RSA_BITS;
}
