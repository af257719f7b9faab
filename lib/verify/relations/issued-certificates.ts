import { dataAt, type JudgedManifest } from '../judged-manifest';

const ISSUED = /^(cert-manager\.io|certmanager\.k8s\.io|acme\.cert-manager\.io)\/|\/tls-acme$/;

/**
 * Whether an issuer writes the certificates of an Ingress into the Secrets that it names.
 *
 * @see https://cert-manager.io/docs/usage/ingress/
 */
export function isIssued({ data }: JudgedManifest): boolean {
  for (const key of Object.keys(dataAt(data, 'metadata', 'annotations'))) if (ISSUED.test(key)) return true;
  return false;
}
