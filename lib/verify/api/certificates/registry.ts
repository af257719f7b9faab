import type { Validator, ValidatorKey } from '../validator';
import { validateSigningRequest } from './signing-request';

/** The validators of kinds that ask for certificates. */
export const CERTIFICATE_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['certificates.k8s.io/CertificateSigningRequest', validateSigningRequest],
];
