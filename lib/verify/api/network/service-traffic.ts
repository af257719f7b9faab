import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validatePortNumber } from './port-rules';
import { type ServiceSpec, typeOf } from './service-spec';

const POLICIES = ['Cluster', 'Local'] as const;
const CLOSE = ['PreferClose'] as const;
const CLOSE_ZONE_OR_NODE = ['PreferClose', 'PreferSameZone', 'PreferSameNode'] as const;

/**
 * Judges how traffic to a Service is spread over its endpoints.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
 */
export function validateTrafficPolicies(spec: ServiceSpec, path: FieldPath, errors: FieldErrors): void {
  const { externalTrafficPolicy: external, internalTrafficPolicy: internal, healthCheckNodePort } = spec;
  if (external) {
    const policyPath = path.child('externalTrafficPolicy');
    if (!isReachableFromOutside(spec, errors.version)) {
      errors.invalid(
        policyPath,
        external,
        'must not be set where the Service is not reachable from outside',
        {
          fix: 'set type to NodePort or LoadBalancer, or drop it',
        },
      );
    } else if (!isPolicy(external)) errors.notSupported(policyPath, external, POLICIES);
  }
  if (healthCheckNodePort) {
    const portPath = path.child('healthCheckNodePort');
    if (typeOf(spec) === 'LoadBalancer' && external === 'Local') {
      validatePortNumber(healthCheckNodePort, portPath, errors);
    } else {
      errors.invalid(
        portPath,
        healthCheckNodePort,
        'must not be set unless type is LoadBalancer and externalTrafficPolicy is Local',
      );
    }
  }
  if (internal !== undefined && !isPolicy(internal)) {
    errors.notSupported(path.child('internalTrafficPolicy'), internal, POLICIES);
  }
  validateDistribution(spec.trafficDistribution, path, errors);
}

function validateDistribution(value: string | undefined, path: FieldPath, errors: FieldErrors): void {
  const allowed = distributionsOf(errors.version);
  if (value === undefined || allowed.length === 0 || allowed.includes(value)) return;
  errors.notSupported(path.child('trafficDistribution'), value, allowed);
}

/** None where the server drops the field. */
function distributionsOf(version: KubernetesVersion): readonly string[] {
  if (isBefore(version, '1.31')) return [];
  return isBefore(version, '1.34') ? CLOSE : CLOSE_ZONE_OR_NODE;
}

/** Before 1.29, external IPs alone did not count. */
function isReachableFromOutside(spec: ServiceSpec, version: KubernetesVersion): boolean {
  const type = typeOf(spec);
  if (type === 'LoadBalancer' || type === 'NodePort') return true;
  return type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0 && !isBefore(version, '1.29');
}

function isPolicy(value: string): boolean {
  return (POLICIES as readonly string[]).includes(value);
}
