import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import {
  DEFAULT_PROTOCOL,
  validatePortNumber,
  validatePortNumberOrName,
  validateProtocol,
} from './port-rules';
import { clusterIpsOf, isHeadless, type ServicePort, type ServiceSpec, typeOf } from './service-spec';

const NO_PORTS: readonly ServicePort[] = [];
const NO_PORT: ServicePort = {};

/** The port that kubelet listens on; a load balancer could not use it before 1.33. */
const KUBELET_PORT = 10250;

/**
 * Judges the ports of a Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
 */
export function validateServicePorts(spec: ServiceSpec, path: FieldPath, errors: FieldErrors): void {
  const { ports = NO_PORTS } = spec;
  const type = typeOf(spec);
  if (ports.length === 0 && type !== 'ExternalName' && !isHeadless(clusterIpsOf(spec))) {
    errors.required(path, 'is required: only a headless Service does without ports');
  }
  const kubeletPortIsRefused = type === 'LoadBalancer' && isBefore(errors.version, '1.33');
  for (let index = 0; index < ports.length; index++) {
    const port = ports[index] ?? NO_PORT;
    const portPath = path.index(index);
    validateServicePort(port, ports.length > 1, portPath, errors);
    if (index > 0) validateUnique(port, ports.slice(0, index), portPath, errors);
    if (type === 'ClusterIP' && port.nodePort) {
      errors.forbidden(portPath.child('nodePort'), 'must not be set where type is ClusterIP', {
        fix: 'set type to NodePort or LoadBalancer, or drop it',
      });
    }
    if (kubeletPortIsRefused && port.port === KUBELET_PORT) {
      errors.invalid(portPath, port.port, 'must not be the port of kubelet');
    }
  }
}

function validateServicePort(
  port: ServicePort,
  needsName: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { port: number = 0, targetPort } = port;
  if (port.name) errors.invalidEach(path.child('name'), port.name, dnsLabelComplaints(port.name));
  else if (needsName) errors.required(path.child('name'), 'is required where there are several ports');
  validatePortNumber(number, path.child('port'), errors);
  if (port.protocol) validateProtocol(port.protocol, path.child('protocol'), errors);
  validatePortNumberOrName(targetPort || number, path.child('targetPort'), errors);
  if (port.appProtocol !== undefined) {
    const complaints = qualifiedNameComplaints(port.appProtocol);
    errors.invalidEach(path.child('appProtocol'), port.appProtocol, complaints);
  }
}

function validateUnique(
  port: ServicePort,
  before: readonly ServicePort[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (port.name && before.some(other => other?.name === port.name)) {
    errors.duplicate(path.child('name'), port.name);
  }
  const protocol = port.protocol || DEFAULT_PROTOCOL;
  const sameProtocol = before.filter(other => (other?.protocol || DEFAULT_PROTOCOL) === protocol);
  if (port.nodePort && sameProtocol.some(other => other?.nodePort === port.nodePort)) {
    errors.duplicate(path.child('nodePort'), port.nodePort, `is used twice for ${protocol}`);
  }
  if (sameProtocol.some(other => (other?.port ?? 0) === (port.port ?? 0))) {
    errors.duplicate(path, port.port, `has a number that is used twice for ${protocol}`);
  }
}
