import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { parseIp } from '../../../kubernetes/ip-address';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type IngressBackend, validateIngressBackend } from './ingress-backend';
import { type HttpPath, validateHttpPath } from './ingress-path';
import { wildcardComplaints } from './wildcard-host';

interface IngressSpec {
  readonly defaultBackend?: IngressBackend;
  readonly ingressClassName?: string;
  readonly rules?: readonly IngressRule[];
  readonly tls?: readonly IngressTls[];
}

interface IngressRule {
  readonly host?: string;
  readonly http?: { readonly paths?: readonly HttpPath[] };
}

interface IngressTls {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const SPEC = FieldPath.of('spec');
const RULES = SPEC.child('rules');
const TLS = SPEC.child('tls');
const NO_SPEC: IngressSpec = {};
const NO_PATHS: readonly HttpPath[] = [];
const NO_RULES: readonly IngressRule[] = [];
const NO_TLS: readonly IngressTls[] = [];
const NO_HOSTS: readonly string[] = [];

/**
 * The API server's validation of Ingresses.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export const validateIngress: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as IngressSpec | undefined) ?? NO_SPEC;
  const { defaultBackend, ingressClassName, rules = NO_RULES, tls = NO_TLS } = spec;
  if (rules.length === 0 && defaultBackend === undefined) {
    errors.invalid(SPEC, undefined, 'must have defaultBackend or rules');
  }
  if (defaultBackend !== undefined) {
    validateIngressBackend(defaultBackend, SPEC.child('defaultBackend'), errors);
  }
  for (let index = 0; index < rules.length; index++) validateRule(rules[index], RULES.index(index), errors);
  for (let index = 0; index < tls.length; index++) validateTls(tls[index], TLS.index(index), errors);
  if (ingressClassName === undefined) return;
  errors.invalidField(SPEC, 'ingressClassName', ingressClassName, dnsSubdomainComplaints(ingressClassName));
  const annotation = metadataOf(object).annotations?.[CLASS_ANNOTATION];
  if (annotation !== undefined && annotation !== ingressClassName) {
    const path = FieldPath.of('annotations', CLASS_ANNOTATION);
    errors.invalid(path, annotation, 'must be the same as spec.ingressClassName', {
      fix: 'drop the annotation',
    });
  }
};

function validateRule({ host, http }: IngressRule, path: FieldPath, errors: FieldErrors): void {
  if (host) {
    if (parseIp(host)) errors.invalid(path.child('host'), host, 'must be a DNS name, not an IP address');
    errors.invalidField(path, 'host', host, hostComplaints(host));
  }
  if (http === undefined) return;
  const { paths = NO_PATHS } = http;
  const pathsPath = path.child('http', 'paths');
  if (paths.length === 0) errors.required(pathsPath);
  for (let index = 0; index < paths.length; index++) {
    validateHttpPath(paths[index], pathsPath.index(index), errors);
  }
}

function validateTls(
  { hosts = NO_HOSTS, secretName }: IngressTls,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (let index = 0; index < hosts.length; index++) {
    const complaints = hostComplaints(hosts[index]);
    if (complaints.length > 0) errors.invalidEach(path.child('hosts').index(index), hosts[index], complaints);
  }
  if (secretName) {
    errors.invalidField(path, 'secretName', secretName, dnsSubdomainComplaints(secretName));
  }
}

function hostComplaints(host: string): readonly string[] {
  return host.includes('*') ? wildcardComplaints(host) : dnsSubdomainComplaints(host);
}
