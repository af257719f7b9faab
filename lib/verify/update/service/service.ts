import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { dataOf } from '../stored/changed';
import type { Update } from '../update-rule';
import { verifyClusterIps, verifyCompleted, verifyIpFamilies } from './addresses';
import { isHeadless, type ServiceSpec, specOf, storedSpecOf, withAllocated } from './allocation';
import { verifyLeftovers } from './leftovers';

const SPEC = FieldPath.of('spec');

/**
 * What an update of a Service may not change: the addresses that it has, the class of its load balancer, and the
 * port at which that is told of its health. What the server allocates may be left out.
 */
export function updateService(update: Update, errors: FieldErrors): void {
  const [before, given] = [storedSpecOf(update.before), specOf(update.after)];
  const after = withAllocated(before, given);
  if (before.type !== 'ExternalName' && after.type !== 'ExternalName') {
    if (!verifyCompleted(given, after, errors)) return;
    verifyClusterIps(before, after, errors);
    verifyIpFamilies(before, after, errors);
    verifyHeadless(given, after, errors);
  }
  verifyLeftovers(typedSpecOf(update.before), typedSpecOf(update.after), errors);
  verifyLoadBalancerClass(before, after, errors);
  verifyHealthCheckPort(before, after, errors);
}

function typedSpecOf({ spec }: Data): Data {
  const given = dataOf(spec);
  return given.type ? given : { ...given, type: 'ClusterIP' };
}

/** A headless Service stays one where the update names no address. */
function verifyHeadless(given: ServiceSpec, after: ServiceSpec, errors: FieldErrors): void {
  if (!isHeadless(after) || given.clusterIP !== '' || given.clusterIPs.length > 0) return;
  if (after.type !== 'NodePort' && after.type !== 'LoadBalancer') return;
  errors.invalid(
    SPEC.child('clusterIPs').index(0),
    'None',
    `stays, and must not be 'None' where type is ${after.type}`,
    { fix: 'create a Service of another name, or delete this one and create it again' },
  );
}

function verifyLoadBalancerClass(before: ServiceSpec, after: ServiceSpec, errors: FieldErrors): void {
  if (before.type !== 'LoadBalancer' || after.type !== 'LoadBalancer') return;
  if (before.loadBalancerClass === after.loadBalancerClass) return;
  errors.invalid(SPEC.child('loadBalancerClass'), after.loadBalancerClass, 'may not change once it is set', {
    fix: 'change spec.type to ClusterIP first, and then to LoadBalancer with the other class; the address of the load balancer changes',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  });
}

function verifyHealthCheckPort(before: ServiceSpec, after: ServiceSpec, errors: FieldErrors): void {
  if (!needsHealthCheck(before) || !needsHealthCheck(after)) return;
  if (!before.healthCheckNodePort || before.healthCheckNodePort === after.healthCheckNodePort) return;
  errors.forbidden(SPEC.child('healthCheckNodePort'), `must stay ${before.healthCheckNodePort}`, {
    fix: 'leave the field out; for another port change spec.externalTrafficPolicy to Cluster first, and then back',
    see: 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip',
  });
}

function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}
