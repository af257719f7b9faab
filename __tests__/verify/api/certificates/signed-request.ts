import { createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Parts of a certificate request that tests choose. */
export interface RequestParts {
  /** @default none: that of the key */
  readonly hash?: string;
  readonly padding?: { readonly padding: number; readonly saltLength: number };
  /** The key that the request holds. @default the key that signs */
  readonly claims?: KeyObject;
}

/** Algorithm identifiers. */
export const RSA_SHA1 = der(0x30, oid('2a864886f70d010105'), der(0x05));
export const RSA_SHA256 = der(0x30, oid('2a864886f70d01010b'), der(0x05));
export const RSA_MD5 = der(0x30, oid('2a864886f70d010104'), der(0x05));
export const ECDSA_SHA256 = der(0x30, oid('2a8648ce3d040302'));
export const ED25519 = der(0x30, oid('2b6570'));
export const RSA_PSS_SHA256 = der(
  0x30,
  oid('2a864886f70d01010a'),
  der(0x30, der(0xa0, der(0x30, oid('608648016503040201')))),
);

/** A value in DER. */
export function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const { length } = inside;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), inside]);
}

/** A certificate request in DER that a private key signs. */
export function signedRequest(key: KeyObject, algorithm: Buffer, parts: RequestParts = {}): Buffer {
  const holds = createPublicKey(parts.claims ?? key).export({ format: 'der', type: 'spki' });
  const info = der(0x30, der(0x02, Buffer.from([0])), der(0x30), holds, der(0xa0));
  const signature = sign(parts.hash ?? null, info, { key, ...parts.padding });
  return der(0x30, info, algorithm, der(0x03, Buffer.from([0]), signature));
}

/** Bytes as PEM, in lines. */
export function pem(bytes: Buffer, type = 'CERTIFICATE REQUEST'): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${type}-----`, ...lines, `-----END ${type}-----`, ''].join('\n');
}

/** A text as the fields of bytes have it. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function oid(hexadecimal: string): Buffer {
  return der(0x06, Buffer.from(hexadecimal, 'hex'));
}
