import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateSigningRequest } from '../../../../lib/verify/api/certificates/signing-request';
import { judged } from '../workloads/judged';
import {
  base64,
  der,
  ECDSA_SHA256,
  ED25519,
  pem,
  RSA_MD5,
  RSA_PSS_SHA256,
  RSA_SHA1,
  RSA_SHA256,
  signedRequest,
} from './signed-request';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;
const curve = ec('P-256');
const ed25519 = generateKeyPairSync('ed25519').privateKey;

const good = signedRequest(curve, ECDSA_SHA256, { hash: 'sha256' });
const SPEC = { request: base64(pem(good)), signerName: 'example.com/mesh', usages: ['client auth'] };

const of = (fields: object, version?: KubernetesVersion, name = 'jane') =>
  judged(validateSigningRequest, { metadata: { name }, spec: { ...SPEC, ...fields } }, version);
const ofPem = (text: string) => of({ request: base64(text) });
const ofDer = (bytes: Buffer, version?: KubernetesVersion) => of({ request: base64(pem(bytes)) }, version);
const WRONG = ['Invalid spec.request'];

describe('what a request is signed with', () => {
  const pss = { hash: 'sha256', padding: { padding: 6, saltLength: 32 } };

  test.each<[string, KeyObject, Buffer, object]>([
    ['RSA and SHA-256', rsa, RSA_SHA256, { hash: 'sha256' }],
    ['RSA and SHA-1', rsa, RSA_SHA1, { hash: 'sha1' }],
    ['RSA-PSS', rsa, RSA_PSS_SHA256, pss],
    ['ECDSA on P-256', curve, ECDSA_SHA256, { hash: 'sha256' }],
    ['ECDSA on P-521', ec('P-521'), ECDSA_SHA256, { hash: 'sha256' }],
    ['Ed25519', ed25519, ED25519, {}],
  ])('%s is taken', (_, key, algorithm, parts) => {
    expect(ofDer(signedRequest(key, algorithm, parts))).toEqual([]);
  });

  test.each<[string, KeyObject, Buffer, object]>([
    ['a broken hash', rsa, RSA_MD5, { hash: 'md5' }],
    ['a curve that Go does not know', ec('secp256k1'), ECDSA_SHA256, { hash: 'sha256' }],
    ['another algorithm than it says', rsa, ECDSA_SHA256, { hash: 'sha256' }],
    ['another hash than it says', rsa, RSA_SHA256, { hash: 'sha512' }],
    ['another key than it holds', rsa, RSA_SHA256, { hash: 'sha256', claims: curve }],
    ['a salt of another length', rsa, RSA_PSS_SHA256, { ...pss, padding: { padding: 6, saltLength: 20 } }],
  ])('%s is refused', (_, key, algorithm, parts) => {
    expect(ofDer(signedRequest(key, algorithm, parts))).toEqual(WRONG);
  });

  test('a short RSA key is refused since 1.33', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey;
    const request = signedRequest(short, RSA_SHA256, { hash: 'sha256' });
    expect(ofDer(request, '1.32')).toEqual([]);
    expect(ofDer(request, '1.33')).toEqual(WRONG);
  });

  test('no byte of what is signed may change', () => {
    for (let at = 0; at < good.length - 80; at++) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] as number) ^ 1;
      expect(ofDer(changed)).toEqual(WRONG);
    }
  });
});

/** The length of the content of a value with more than 127 bytes, in two bytes. */
function lengthOf(value: Buffer): Buffer {
  const length = contentOf(value);
  return Buffer.from([length >> 8, length & 255]);
}

function contentOf(value: Buffer): number {
  return value.length - 2 - ((value[1] as number) - 0x80);
}

describe('the form of a request', () => {
  const text = pem(good);
  const lines = text.trimEnd().split('\n');
  const body = lines.slice(1, -1);

  test.each<[string, string]>([
    ['text around it', `hello\n${text}bye\n`],
    ['a second block', text + pem(good, 'CERTIFICATE')],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['headers', [lines[0], 'Name: jane', '', ...lines.slice(1)].join('\n')],
    ['one long line', [lines[0], body.join(''), lines.at(-1)].join('\n')],
    ['no line end', text.trimEnd()],
    ['a block before it that cannot be read', `-----BEGIN X-----\n!\n-----END X-----\n${text}`],
  ])('%s is fine', (_, request) => {
    expect(ofPem(request)).toEqual([]);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['text', 'jane'],
    ['another type', pem(good, 'NEW CERTIFICATE REQUEST')],
    ['a block of another type before it', pem(good, 'CERTIFICATE') + text],
    ['no beginning of a line', `x${text}`],
    ['no end', lines.slice(0, -1).join('\n')],
    ['an end in the middle of a line', [lines[0], body.join('') + lines.at(-1)].join('\n')],
    ['no base64', [lines[0], '!', ...lines.slice(1)].join('\n')],
    ['bytes behind it', pem(Buffer.concat([good, Buffer.from([0])]))],
    ['fewer bytes', pem(good.subarray(0, -1))],
    ['no DER', pem(Buffer.from('jane'))],
    ['an empty sequence', pem(der(0x30))],
    ['a value behind it', pem(Buffer.concat([good, Buffer.from([5, 0])]))],
    [
      'a length that is longer than it need be',
      pem(Buffer.concat([Buffer.from([0x30, 0x83, 0]), lengthOf(good), good.subarray(-contentOf(good))])),
    ],
  ])('%s is refused', (_, request) => {
    expect(ofPem(request)).toEqual(WRONG);
  });

  test('DER without PEM, and PEM without base64, are refused', () => {
    expect(of({ request: good.toString('base64') })).toEqual(WRONG);
    expect(of({ request: undefined })).toEqual(WRONG);
  });
});

describe('the signer', () => {
  test.each(['kubernetes.io/kube-apiserver-client', 'a.b/c', 'a.b/c.d-e.f'])('%s is a name', signerName => {
    expect(of({ signerName })).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['', ['Required spec.signerName']],
    ['kubernetes.io/legacy-unknown', ['Invalid spec.signerName']],
    ['mesh', ['Invalid spec.signerName']],
    ['a.b/c/d', ['Invalid spec.signerName']],
    ['a/c', ['Invalid spec.signerName']],
    ['A.b/c', ['Invalid spec.signerName']],
    ['a.b/C', ['Invalid spec.signerName']],
    ['a.b/', ['Invalid spec.signerName']],
    [`${'a.'.repeat(126)}bc/d`, ['TooLong spec.signerName']],
    [`a.b/${'c.'.repeat(300)}d`, ['TooLong spec.signerName']],
  ])("'%s' is none", (signerName, expected) => {
    expect(of({ signerName })).toEqual(expected);
  });
});

test('usages are known, there is one, and none stands twice', () => {
  expect(of({ usages: ['any', 's/mime', 'netscape sgc', 'content commitment'] })).toEqual([]);
  expect(of({ usages: [] })).toEqual(['Required spec.usages']);
  expect(of({ usages: ['client auth', 'client'] })).toEqual(['NotSupported spec.usages[1]']);
  expect(of({ usages: ['signing', 'signing'] })).toEqual(['Duplicate spec.usages[1]']);
});

test('a certificate is asked for ten minutes at least', () => {
  expect(of({ expirationSeconds: 600 })).toEqual([]);
  expect(of({ expirationSeconds: 599 })).toEqual(['Invalid spec.expirationSeconds']);
});

test('any name that fits into a path will do, and the status is not judged', () => {
  expect(of({}, '1.36', 'Jane:x')).toEqual([]);
  expect(of({}, '1.36', 'a/b')).toEqual(['Invalid metadata.name']);
  const status = { conditions: [{ type: '' }], certificate: 'eA==' };
  expect(judged(validateSigningRequest, { metadata: { name: 'a' }, spec: SPEC, status })).toEqual([]);
});
