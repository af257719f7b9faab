import { portNameComplaints, portNumberComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** A port of a container. */
export interface ContainerPort {
  readonly name?: string;
  readonly containerPort?: number;
  readonly hostPort?: number;
  readonly hostIP?: string;
  readonly protocol?: string;
}

/** How the ports of a pod stand to those of its node. */
export interface HostPorts {
  /** Whether the pod uses the network of its node. */
  readonly hostNetwork: boolean;
  /** Whether the server sets missing host ports to the container ports: in a Pod on the host network. */
  readonly defaulted: boolean;
}

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/**
 * Judges the ports of one container.
 *
 * @param path the container's.
 */
export function validateContainerPorts(
  ports: readonly ContainerPort[],
  host: HostPorts,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const names = ports.length > 1 ? new Set<string>() : undefined;
  for (let index = 0; index < ports.length; index++) {
    const port = ports[index];
    const { name = '', containerPort = 0, protocol = '' } = port;
    if (name !== '') {
      const complaints = portNameComplaints(name);
      if (complaints.length > 0) errors.invalidEach(fieldOf(path, index, 'name'), name, complaints);
      else if (names?.has(name)) errors.duplicate(fieldOf(path, index, 'name'), name);
      else names?.add(name);
    }
    if (containerPort === 0) errors.required(fieldOf(path, index, 'containerPort'));
    else if (!isPortNumber(containerPort))
      refuseNumber(containerPort, fieldOf(path, index, 'containerPort'), errors);
    const hostPort = hostPortOf(port, host);
    if (hostPort !== 0 && !isPortNumber(hostPort))
      refuseNumber(hostPort, fieldOf(path, index, 'hostPort'), errors);
    if (protocol !== '' && !PROTOCOLS.includes(protocol)) {
      errors.notSupported(fieldOf(path, index, 'protocol'), protocol, PROTOCOLS);
    }
  }
}

/** Judges host ports of a container whose pod uses the network of its node: they are the container's own ports. */
export function validateHostNetworkPorts(
  ports: readonly ContainerPort[],
  host: HostPorts,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (let index = 0; index < ports.length; index++) {
    const hostPort = hostPortOf(ports[index], host);
    if (hostPort === 0 || hostPort === (ports[index].containerPort ?? 0)) continue;
    errors.invalid(
      fieldOf(path, index, 'hostPort'),
      hostPort,
      'must be the containerPort, as hostNetwork is true',
      { fix: 'leave hostPort out' },
    );
  }
}

/**
 * Judges whether host ports are taken already.
 *
 * @param taken the host ports taken so far; those of this container are added.
 */
export function validateUniqueHostPorts(
  ports: readonly ContainerPort[],
  host: HostPorts,
  taken: Set<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (let index = 0; index < ports.length; index++) {
    const { protocol, hostIP = '' } = ports[index];
    const hostPort = hostPortOf(ports[index], host);
    if (hostPort === 0) continue;
    const key = `${protocol || 'TCP'}/${hostIP}/${hostPort}`;
    if (taken.has(key)) errors.duplicate(fieldOf(path, index, 'hostPort'), key);
    taken.add(key);
  }
}

function hostPortOf({ hostPort = 0, containerPort = 0 }: ContainerPort, { defaulted }: HostPorts): number {
  return hostPort === 0 && defaulted ? containerPort : hostPort;
}

function isPortNumber(port: number): boolean {
  return port >= 1 && port <= 65535;
}

function refuseNumber(port: number, path: FieldPath, errors: FieldErrors): void {
  errors.invalidEach(path, port, portNumberComplaints(port));
}

/** The path of a field of one of a container's ports. */
function fieldOf(container: FieldPath, index: number, field: string): FieldPath {
  return container.child('ports').index(index).child(field);
}
