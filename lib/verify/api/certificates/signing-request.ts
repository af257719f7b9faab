import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsPathSegment, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { requestComplaint } from './certificate-request';
import { validateSignerName } from './signer-name';

interface SigningRequestSpec {
  readonly request?: string;
  readonly signerName?: string;
  readonly expirationSeconds?: number;
  readonly usages?: readonly string[];
}

const SPEC = FieldPath.of('spec');
const USAGES = SPEC.child('usages');
const SIGNER = SPEC.child('signerName');
const LEGACY_SIGNER = 'kubernetes.io/legacy-unknown';
const SHORTEST_SECONDS = 600;

const KNOWN_USAGES = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

/**
 * Judges a CertificateSigningRequest. Its status is not judged: the server empties it before it looks.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/
 */
export const validateSigningRequest: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsPathSegment, errors);
  const {
    request = '',
    signerName = '',
    expirationSeconds,
    usages = [],
  } = (object.spec ?? {}) as SigningRequestSpec;
  const complaint = requestComplaint(Buffer.from(request, 'base64'), errors.version);
  if (complaint) errors.invalid(SPEC.child('request'), undefined, complaint);
  validateUsages(usages, errors);
  if (signerName === LEGACY_SIGNER)
    errors.invalid(SIGNER, signerName, 'is gone since certificates.k8s.io/v1');
  else validateSignerName(signerName, SIGNER, errors);
  if (expirationSeconds !== undefined && expirationSeconds < SHORTEST_SECONDS) {
    errors.invalid(
      SPEC.child('expirationSeconds'),
      expirationSeconds,
      `must be at least ${SHORTEST_SECONDS}, which are ten minutes`,
    );
  }
};

function validateUsages(usages: readonly string[], errors: FieldErrors): void {
  if (usages.length === 0) errors.required(USAGES, 'must hold at least one usage, such as client auth');
  const seen = new Set<string>();
  for (const [index, usage] of usages.entries()) {
    if (!KNOWN_USAGES.includes(usage)) errors.notSupported(USAGES.index(index), usage, KNOWN_USAGES);
    if (seen.has(usage)) errors.duplicate(USAGES.index(index), usage);
    seen.add(usage);
  }
}
