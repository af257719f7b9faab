import type { ServicePort } from '../services/service-port';
import type { Container } from './container';

/**
 * What is wrong with the ports of a Service, given the containers that it leads to: a target port that none of
 * them declares. A name that no container has leads nowhere. A container may listen without declaring it, so that
 * a number is complained about only where others are declared: then it most likely is a mistake.
 */
export function targetPortComplaints(
  ports: readonly ServicePort[],
  containers: readonly Container[],
): string[] {
  const declared = containers.flatMap(container => container.listensOn);
  return ports.flatMap(({ number, targetPort = number, protocol = 'TCP' }) => {
    const found = declared.some(
      port =>
        (port.protocol ?? 'TCP') === protocol && (port.number === targetPort || port.name === targetPort),
    );
    if (found || (declared.length === 0 && typeof targetPort === 'number')) return [];
    const known = declared
      .map(p => `${p.name ? `${p.name} = ` : ''}${p.number}/${p.protocol ?? 'TCP'}`)
      .join(', ');
    return [
      `targetPort must be a port of a container; received ${targetPort}/${protocol}; allowed: ${known || 'none'}; ` +
        'fix: declare the port on the container, or correct targetPort',
    ];
  });
}
