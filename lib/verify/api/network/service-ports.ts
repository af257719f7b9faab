import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import {
  DEFAULT_PROTOCOL,
  isPortNumber,
  validatePortNumber,
  validatePortNumberOrName,
  validateProtocol,
} from './port-rules';
import { clusterIpsOf, isHeadless, type ServicePort, type ServiceSpec, typeOf } from './service-spec';

const NO_PORTS: readonly ServicePort[] = [];
const NO_PORT: ServicePort = {};

/** The port that kubelet listens on; a load balancer could not use it before 1.33. */
const KUBELET_PORT = 10250;

const NO_SUCH_NODE_PORT = 'no cluster has such a port to give, though a dry run does not say so';

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
  const taken = ports.length > 1 ? new Set<string>() : undefined;
  for (let index = 0; index < ports.length; index++) {
    const port = ports[index] ?? NO_PORT;
    const portPath = path.index(index);
    validateServicePort(port, ports.length > 1, portPath, errors);
    if (taken) validateUnique(port, taken, portPath, errors);
    if (port.nodePort) validateNodePort(port.nodePort, type, portPath.child('nodePort'), errors);
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
  const { name, port: number = 0, protocol, targetPort, appProtocol } = port;
  if (name) {
    errors.invalidField(path, 'name', name, dnsLabelComplaints(name));
  } else if (needsName) errors.required(path.child('name'), 'is required where there are several ports');
  if (!isPortNumber(number)) validatePortNumber(number, path.child('port'), errors);
  if (protocol) validateProtocol(protocol, path.child('protocol'), errors);
  const target = targetPort || number;
  if (!isPortNumber(target)) validatePortNumberOrName(target, path.child('targetPort'), errors);
  if (appProtocol !== undefined) {
    errors.invalidField(path, 'appProtocol', appProtocol, qualifiedNameComplaints(appProtocol));
  }
}

/** A name is that of one port; a number, and a node port, are those of one port for each protocol. */
function validateUnique(port: ServicePort, taken: Set<string>, path: FieldPath, errors: FieldErrors): void {
  const protocol = port.protocol || DEFAULT_PROTOCOL;
  if (port.name && isTaken(`name ${port.name}`, taken)) errors.duplicate(path.child('name'), port.name);
  if (port.nodePort && isTaken(`nodePort ${port.nodePort} ${protocol}`, taken)) {
    errors.duplicate(path.child('nodePort'), port.nodePort, `is used twice for ${protocol}`);
  }
  if (isTaken(`port ${port.port ?? 0} ${protocol}`, taken)) {
    errors.duplicate(path, port.port, `has a number that is used twice for ${protocol}`);
  }
}

/** Which node ports a cluster hands out, and which of them are free, is not known here. */
function validateNodePort(nodePort: number, type: string, path: FieldPath, errors: FieldErrors): void {
  if (type === 'ClusterIP') {
    errors.forbidden(path, 'must not be set where type is ClusterIP', {
      fix: 'set type to NodePort or LoadBalancer, or drop it',
    });
  } else if (type !== 'ExternalName') {
    validatePortNumber(nodePort, path, errors.unchecked(NO_SUCH_NODE_PORT));
  }
}

function isTaken(key: string, taken: Set<string>): boolean {
  if (taken.has(key)) return true;
  taken.add(key);
  return false;
}
