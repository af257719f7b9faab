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
const NO_SPEC: IngressSpec = {};
const NO_RULES: readonly IngressRule[] = [];
const NO_TLS: readonly IngressTls[] = [];

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
  for (const [index, rule] of rules.entries()) {
    validateRule(rule ?? {}, SPEC.child('rules').index(index), errors);
  }
  for (const [index, item] of tls.entries()) {
    validateTls(item ?? {}, SPEC.child('tls').index(index), errors);
  }
  if (ingressClassName === undefined) return;
  errors.invalidEach(
    SPEC.child('ingressClassName'),
    ingressClassName,
    dnsSubdomainComplaints(ingressClassName),
  );
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
    const hostPath = path.child('host');
    if (parseIp(host)) errors.invalid(hostPath, host, 'must be a DNS name, not an IP address');
    errors.invalidEach(hostPath, host, hostComplaints(host));
  }
  if (http === undefined) return;
  const pathsPath = path.child('http', 'paths');
  const paths = http.paths ?? [];
  if (paths.length === 0) errors.required(pathsPath);
  for (const [index, item] of paths.entries()) validateHttpPath(item ?? {}, pathsPath.index(index), errors);
}

function validateTls({ hosts = [], secretName }: IngressTls, path: FieldPath, errors: FieldErrors): void {
  for (const [index, host] of hosts.entries()) {
    errors.invalidEach(path.child('hosts').index(index), host, hostComplaints(host ?? ''));
  }
  if (secretName) {
    errors.invalidEach(path.child('secretName'), secretName, dnsSubdomainComplaints(secretName));
  }
}

function hostComplaints(host: string): readonly string[] {
  return host.includes('*') ? wildcardComplaints(host) : dnsSubdomainComplaints(host);
}
