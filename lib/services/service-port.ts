import type { IConstruct } from 'constructs';
import { portNameComplaints, portNumberComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';

/** Transport protocol of a port. */
export type PortProtocol = 'TCP' | 'UDP' | 'SCTP';

/**
 * A port that a Service offers.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
 */
export interface ServicePort {
  /**
   * The name that consumers know the port by: it makes the SRV record, and is what `endpoint(name)` takes.
   *
   * @default none; required where the Service has more than one port
   */
  readonly name?: string;

  /** The number that consumers connect to, 1 to 65535. */
  readonly number: number;

  /**
   * The port of the pod: its number, or the name of a container port. Headless Services ignore it.
   *
   * @default not emitted: the same as `number`
   */
  readonly targetPort?: number | string;

  /** @default not emitted: TCP */
  readonly protocol?: PortProtocol;

  /**
   * The application protocol, such as `kubernetes.io/h2c`: a hint for proxies and ingress controllers.
   *
   * @default not emitted
   */
  readonly appProtocol?: string;
}

/**
 * Refuses ports that the API server would refuse.
 *
 * @throws PropError naming the port.
 */
export function checkPorts(construct: IConstruct, ports: readonly ServicePort[]): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const prop = `ports[${index}]`;
    const fix = 'correct the port';
    const refuse = (field: string, problem: string, received: unknown) =>
      new PropError({ construct, prop: `${prop}${field}`, problem, received, fix });

    const complaint = portNumberComplaints(port.number)[0];
    if (complaint) throw refuse('.number', complaint, port.number);
    const target = targetComplaint(port.targetPort);
    if (target) throw refuse('.targetPort', target, port.targetPort);

    if (port.name === undefined) {
      if (ports.length > 1) throw refuse('.name', 'is required where there is more than one port', port);
    } else {
      const naming = portNameComplaints(port.name);
      if (naming.length > 0) throw refuse('.name', naming.join(', and '), port.name);
      if (names.has(port.name)) throw refuse('.name', 'is used by another port', port.name);
      names.add(port.name);
    }

    const number = `${port.number}/${port.protocol ?? 'TCP'}`;
    if (numbers.has(number)) throw refuse('.number', 'is used by another port of that protocol', number);
    numbers.add(number);
  }
}

function targetComplaint(target: number | string | undefined): string | undefined {
  if (target === undefined) return undefined;
  const complaints = typeof target === 'number' ? portNumberComplaints(target) : portNameComplaints(target);
  return complaints[0];
}
