import type { IConstruct } from 'constructs';
import { dnsLabelComplaints, portNameComplaints, portNumberComplaints } from '../kubernetes/dns-format';
import { qualifiedNameComplaints } from '../kubernetes/label-format';
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
   * The name that consumers know the port by, a DNS label: it makes the SRV record, and is what `endpoint(name)`
   * takes.
   *
   * @default none; required where the Service has more than one port
   */
  readonly name?: string;

  /** The number that consumers connect to, 1 to 65535. */
  readonly number: number;

  /**
   * The port of the pod: its number, or the name of a container port. Where clients connect to the pod itself, as
   * they do behind a headless Service, a number must be the same as `number`.
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

/** A port of addresses, which have no container ports that a name could mean. */
export interface NumberedPort extends Omit<ServicePort, 'targetPort'> {
  /**
   * The port that the addresses listen on, 1 to 65535.
   *
   * @default not emitted: the same as `number`
   */
  readonly targetPort?: number;
}

/** A port that nothing translates: clients connect to the very port that the other side listens on. */
export interface DirectPort extends Omit<ServicePort, 'targetPort'> {
  readonly targetPort?: never;
}

/**
 * Refuses ports that the API server would refuse.
 *
 * @param nameComplaints the format of a port's name: containers ask for more than Services do.
 * @throws PropError naming the port.
 */
export function checkPorts(
  construct: IConstruct,
  ports: readonly ServicePort[],
  nameComplaints: (name: string) => readonly string[] = portNameComplaints,
): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const [index, { name, number, targetPort, protocol = 'TCP', appProtocol }] of ports.entries()) {
    const refuse = (field: string, complaints: readonly string[], received: unknown) => {
      if (complaints.length === 0) return;
      const problem = complaints.join(', and ');
      const fix = 'correct the port';
      throw new PropError({ construct, prop: `ports[${index}].${field}`, problem, received, fix });
    };

    refuse('number', portNumberComplaints(number), number);
    refuse('number', taken(numbers, `${number}/${protocol}`, 'port of that protocol'), number);
    refuse('targetPort', targetComplaints(targetPort), targetPort);
    if (appProtocol !== undefined) refuse('appProtocol', qualifiedNameComplaints(appProtocol), appProtocol);
    if (name !== undefined) {
      refuse('name', nameComplaints(name), name);
      refuse('name', taken(names, name, 'port'), name);
    } else if (ports.length > 1) {
      refuse('name', ['is required where there is more than one port'], { number, protocol });
    }
  }
}

/**
 * Refuses the ports of a Service that the API server would refuse.
 *
 * @throws PropError naming the port.
 */
export function checkServicePorts(construct: IConstruct, ports: readonly ServicePort[]): void {
  checkPorts(construct, ports, dnsLabelComplaints);
}

/**
 * Refuses to offer nothing.
 *
 * @throws PropError when there is no port.
 */
export function requirePorts(construct: IConstruct, ports: readonly ServicePort[]): void {
  if (ports.length > 0) return;
  throw new PropError({
    construct,
    prop: 'ports',
    problem: 'must hold at least one port',
    received: ports,
    fix: 'name the ports; only a HeadlessService can do without',
  });
}

/**
 * Refuses ports whose target is another one than the port, where clients connect to the other side itself.
 *
 * @param because what connects clients to the other side.
 * @throws PropError naming the port.
 */
export function refuseTranslation(
  construct: IConstruct,
  ports: readonly ServicePort[],
  because: string,
): void {
  refuseTargets(
    construct,
    ports,
    (target, number) => typeof target === 'number' && target !== number,
    because,
  );
}

/**
 * Refuses targets that are names: where there are no pods, nothing says what number a name means.
 *
 * @throws PropError naming the port.
 */
export function refuseNamedTargets(construct: IConstruct, ports: readonly ServicePort[]): void {
  refuseTargets(
    construct,
    ports,
    target => typeof target === 'string',
    'outside of the cluster ports have no names',
  );
}

function refuseTargets(
  construct: IConstruct,
  ports: readonly ServicePort[],
  unfit: (target: number | string | undefined, number: number) => boolean,
  because: string,
): void {
  for (const { number, targetPort } of ports) {
    if (unfit(targetPort, number)) {
      throw new PropError({
        construct,
        prop: `targetPort of port ${number}`,
        problem: `leads nowhere, since ${because}`,
        received: targetPort,
        fix: 'leave it out, and offer the port that the other side listens on',
      });
    }
  }
}

function targetComplaints(target: number | string | undefined): readonly string[] {
  if (target === undefined) return [];
  return typeof target === 'number' ? portNumberComplaints(target) : portNameComplaints(target);
}

function taken(values: Set<string>, value: string, by: string): string[] {
  if (values.has(value)) return [`is used by another ${by}`];
  values.add(value);
  return [];
}
