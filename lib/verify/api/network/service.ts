import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateLabelField } from '../labels';
import { metadataOf, nameIsDns1035Label, nameIsDnsLabel, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateEndpointIp, validateIp } from './ip-rules';
import { validateClusterIps } from './service-cluster-ips';
import { withoutLeftovers } from './service-leftovers';
import { validateLoadBalancer } from './service-load-balancer';
import { validateServicePorts } from './service-ports';
import { validateSessionAffinity } from './service-session-affinity';
import { clusterIpsOf, isHeadless, type ServiceSpec, typeOf } from './service-spec';
import { validateTrafficPolicies } from './service-traffic';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'] as const;
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';

const ANNOTATIONS = FieldPath.of('metadata', 'annotations');
const SPEC = FieldPath.of('spec');
const PORTS = SPEC.child('ports');
const NO_SPEC: ServiceSpec = {};
const NO_ANNOTATIONS: StringMap = {};

/**
 * The API server's validation of Services. What depends on the cluster (its address ranges, its families, the ports
 * that are taken) is not judged.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export const validateService: Validator = (object, errors) => {
  validateObjectMeta(object, isBefore(errors.version, '1.36') ? nameIsDns1035Label : nameIsDnsLabel, errors);
  const spec = withoutLeftovers((object.spec as ServiceSpec | undefined) ?? NO_SPEC);
  const annotations = metadataOf(object).annotations ?? NO_ANNOTATIONS;
  const { selector, externalIPs } = spec;
  if (annotations !== NO_ANNOTATIONS) validateTopology(annotations, errors);
  validateType(spec, errors);
  validateServicePorts(spec, PORTS, errors);
  validateLabelField(SPEC, 'selector', selector, errors);
  if (spec.sessionAffinity) validateSessionAffinity(spec, SPEC, errors);
  validateClusterIps(spec, SPEC, errors);
  if (externalIPs !== undefined) validateExternalIps(externalIPs, errors);
  validateLoadBalancer(spec, annotations, SPEC, errors);
  validateTrafficPolicies(spec, SPEC, errors);
};

function validateTopology(annotations: StringMap, errors: FieldErrors): void {
  const mode = annotations[TOPOLOGY_MODE];
  const hints = annotations[TOPOLOGY_HINTS];
  if (mode === undefined || hints === undefined || mode === hints) return;
  errors.invalid(ANNOTATIONS.key(TOPOLOGY_MODE), mode, `must be the same as that of ${TOPOLOGY_HINTS}`);
}

function validateType(spec: ServiceSpec, errors: FieldErrors): void {
  const type = typeOf(spec);
  if (type === 'ClusterIP') return;
  const clusterIps = clusterIpsOf(spec);
  switch (type) {
    case 'LoadBalancer':
    case 'NodePort':
      if (isHeadless(clusterIps)) {
        errors.invalid(SPEC.child('clusterIPs').index(0), 'None', `must not be 'None' where type is ${type}`);
      }
      return;
    case 'ExternalName':
      validateExternalName(spec, clusterIps, errors);
      return;
    default:
      errors.notSupported(SPEC.child('type'), type, TYPES);
  }
}

function validateExternalName(spec: ServiceSpec, clusterIps: readonly string[], errors: FieldErrors): void {
  const forbidden = 'must not be set where type is ExternalName';
  if (clusterIps.length > 0) errors.forbidden(SPEC.child('clusterIPs'), forbidden);
  if (spec.ipFamilies?.length) errors.forbidden(SPEC.child('ipFamilies'), forbidden);
  if (spec.ipFamilyPolicy !== undefined) errors.forbidden(SPEC.child('ipFamilyPolicy'), forbidden);
  const { externalName = '' } = spec;
  const host = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
  const path = SPEC.child('externalName');
  if (host === '') errors.required(path, 'is required where type is ExternalName');
  else errors.invalidEach(path, externalName, dnsSubdomainComplaints(host));
}

function validateExternalIps(ips: readonly string[], errors: FieldErrors): void {
  for (const [index, ip] of ips.entries()) {
    const path = SPEC.child('externalIPs').index(index);
    if (validateIp(ip ?? '', path, errors)) validateEndpointIp(ip ?? '', path, errors);
  }
}
