import { Construct } from 'constructs';
import { portNumberComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';
import type { Endpoint, IConnectable } from './endpoint';
import type { EndpointAddresses } from './endpoint-address';
import { ExternalNameService } from './external-name-service';
import { hostNameComplaint } from './host-name';
import { ManualEndpoints } from './manual-endpoints';
import type { Service, ServiceProps } from './service';
import { type DirectPort, requirePorts } from './service-port';

/** A host outside that DNS knows by a name. */
export interface ProxiedHost {
  /** Its name: no scheme, no port, no IP address. */
  readonly host: string;
  readonly addresses?: never;
}

/** A host outside that is known by its addresses. */
export interface ProxiedAddresses {
  /** Its IP addresses, IPv4, IPv6 or both. */
  readonly addresses: EndpointAddresses;
  readonly host?: never;
}

/** The one port that a host outside listens on. */
export interface ProxiedPort {
  /** The number, 1 to 65535. */
  readonly port: number;
  readonly ports?: never;
}

/** The ports that a host outside listens on. */
export interface ProxiedPorts {
  /** The ports, at least one; each with a name where there are several. */
  readonly ports: readonly DirectPort[];
  readonly port?: never;
}

/** Options of an {@link ExternalNameProxy} beside host and ports. */
export interface ExternalNameProxyOptions extends ServiceProps {
  /**
   * The name that the server's certificate bears. Consumers connect to the Service's name, which no certificate of
   * an outside host bears: hand this to the TLS client as server name. `endpoint().tlsServerName` and the variable
   * `PREFIX_TLS_SERVER_NAME` of `endpoint().asEnv('PREFIX')` carry it.
   *
   * @default none: the consumers use no TLS, or know the name
   */
  readonly tlsServerName?: string;
}

/** Props of an {@link ExternalNameProxy}. */
export type ExternalNameProxyProps = ExternalNameProxyOptions &
  (ProxiedHost | ProxiedAddresses) &
  (ProxiedPort | ProxiedPorts);

/**
 * A name in the cluster for a host outside of it: a host name becomes a Service of type ExternalName, IP addresses
 * become a Service with EndpointSlices. Both give the same {@link Endpoint}, and so do the stacks, so that moving
 * the other side in or out of the cluster changes no consumer.
 *
 * The server sees the connection as it is, and nobody rewrites what the client says:
 * - HTTP: the client sends the Service's name as `Host`. A server of several sites answers with the wrong one or
 *   with 404; have the client send the real name as `Host`, or put a proxy in between that does.
 * - TLS: the client compares the certificate with the Service's name, and refuses it. Give `tlsServerName`, and have
 *   the client use it as server name; do not turn the check off.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
export class ExternalNameProxy extends Construct implements IConnectable {
  /** The Service in the cluster: ingress backends take it. */
  readonly service: Service;
  /** The name that the server's certificate bears, where one was given. */
  readonly tlsServerName?: string;

  constructor(scope: Construct, id: string, props: ExternalNameProxyProps) {
    super(scope, id);
    const { host, addresses, port, ports, tlsServerName, ...common } = props;
    this.requireOne('host', { host, addresses }, "a host: 'api.pay.example', or addresses: ['10.20.0.11']");
    this.requireOne('port', { port, ports }, "a port: 443, or ports: [{ name: 'https', number: 443 }]");
    this.checkPort(port);
    this.checkTlsServerName(tlsServerName);
    this.tlsServerName = tlsServerName;

    if (ports) requirePorts(this, ports);
    const service = { ...common, name: common.name ?? id, ports: ports ?? [{ number: port as number }] };
    this.service =
      host === undefined
        ? new ManualEndpoints(this, 'Resource', { ...service, addresses: addresses as EndpointAddresses })
        : new ExternalNameService(this, 'Resource', { ...service, host });
  }

  endpoint(port?: string): Endpoint {
    const endpoint = this.service.endpoint(port);
    return this.tlsServerName === undefined ? endpoint : endpoint.withTlsServerName(this.tlsServerName);
  }

  private requireOne(prop: string, choices: Readonly<Record<string, unknown>>, allowed: string): void {
    const names = Object.keys(choices);
    const given = names.filter(name => choices[name] !== undefined);
    if (given.length === 1) return;
    throw new PropError({
      construct: this,
      prop,
      problem: given.length === 0 ? `or ${names[1]} must be given` : `and ${names[1]} exclude each other`,
      allowed,
      fix: given.length === 0 ? `give one of them` : `leave one of them out`,
    });
  }

  private checkPort(port: number | undefined): void {
    const problem = port === undefined ? undefined : portNumberComplaints(port)[0];
    if (problem) {
      throw new PropError({
        construct: this,
        prop: 'port',
        problem,
        received: port,
        fix: 'give the port that the host listens on',
      });
    }
  }

  private checkTlsServerName(name: string | undefined): void {
    const ipFix = () => 'TLS sends no IP address as server name: leave it out';
    const complaint = name === undefined ? undefined : hostNameComplaint(name, ipFix);
    if (complaint) throw new PropError({ construct: this, prop: 'tlsServerName', ...complaint });
  }
}
