import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';
import { parseCidr } from './cidr';
import { validateCidr } from './ip-rules';
import { type ServiceSpec, typeOf } from './service-spec';

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const ANNOTATION = FieldPath.of('metadata', 'annotations').key(SOURCE_RANGES);
const NO_RANGES: readonly string[] = [];
const FORBIDDEN = 'must not be set where type is not LoadBalancer';

/**
 * Judges what only Services of type LoadBalancer may have.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export function validateLoadBalancer(
  spec: ServiceSpec,
  annotations: StringMap,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const isLoadBalancer = typeOf(spec) === 'LoadBalancer';
  validateSourceRanges(spec, annotations, isLoadBalancer, path, errors);
  if (!isLoadBalancer && spec.allocateLoadBalancerNodePorts !== undefined) {
    errors.forbidden(path.child('allocateLoadBalancerNodePorts'), FORBIDDEN);
  }
  if (spec.loadBalancerClass !== undefined) {
    const classPath = path.child('loadBalancerClass');
    if (!isLoadBalancer) errors.forbidden(classPath, FORBIDDEN);
    else {
      const complaints = qualifiedNameComplaints(spec.loadBalancerClass);
      errors.invalidEach(classPath, spec.loadBalancerClass, complaints);
    }
  }
}

/** The server writes the field with a capital L. The annotation counts where the field is empty. */
function validateSourceRanges(
  { loadBalancerSourceRanges: ranges = NO_RANGES }: ServiceSpec,
  annotations: StringMap,
  isLoadBalancer: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const annotation = annotations[SOURCE_RANGES];
  const byField = ranges.length > 0;
  if (!byField && annotation === undefined) return;
  const rangesPath = byField ? path.child('LoadBalancerSourceRanges') : ANNOTATION;
  if (!isLoadBalancer) errors.forbidden(rangesPath, FORBIDDEN);
  const values = byField ? ranges : listOf(annotation ?? '');
  if (isBefore(errors.version, '1.30')) {
    if (values.every(value => parseCidr((value ?? '').trim()))) return;
    errors.invalid(rangesPath, byField ? ranges : annotation, 'must be networks, such as 10.240.0.0/24');
    return;
  }
  for (const [index, value] of values.entries()) {
    validateCidr((value ?? '').trim(), byField ? rangesPath.index(index) : rangesPath, errors);
  }
}

function listOf(annotation: string): readonly string[] {
  return annotation.trim() === '' ? NO_RANGES : annotation.split(',');
}
