import { EnvValue } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { podFqdn, type ServiceAddress, serviceFqdn, srvName } from '../naming/dns-address';
import type { PortProtocol } from './service-port';

/** Where a URL leads beyond host and port. */
export interface UrlOptions {
  /** The scheme: `postgres`, `https`. */
  readonly scheme: string;
  /**
   * Path, query and fragment, beginning with `/`.
   *
   * @default none
   */
  readonly path?: string;
}

/**
 * What a consumer needs in order to connect, wherever the other side runs: in the cluster as a stack, or
 * outside of it behind a proxy. The host is the name of a Service, so that moving the other side in or out of
 * the cluster changes no consumer.
 */
export class Endpoint {
  /** Name of the host: the Service (`postgres`), or a pod behind it (`postgres-0.postgres`). */
  readonly host: string;
  readonly port: number;
  readonly protocol: PortProtocol;
  /** Name of the port, where it has one. */
  readonly portName?: string;

  /**
   * @param construct the construct that the endpoint belongs to.
   * @param service the Service that the host name leads to.
   * @param port the port of it.
   * @param pod the host name of one pod behind a headless Service.
   */
  constructor(
    private readonly construct: IConstruct,
    private readonly service: ServiceAddress,
    port: { readonly number: number; readonly name?: string; readonly protocol?: PortProtocol },
    private readonly pod?: string,
  ) {
    this.host = pod === undefined ? service.service : `${pod}.${service.service}`;
    this.port = port.number;
    this.portName = port.name;
    this.protocol = port.protocol ?? 'TCP';
  }

  /**
   * The fully qualified host name, which resolves from every namespace.
   *
   * @throws PropError when the namespace is not known.
   */
  get fqdn(): string {
    return this.pod === undefined
      ? serviceFqdn(this.construct, this.service)
      : podFqdn(this.construct, this.pod, this.service);
  }

  /** Host and port: `postgres:5432`. */
  get address(): string {
    return `${this.host}:${this.port}`;
  }

  /**
   * The name of the SRV record, which answers with port and hosts.
   *
   * @throws PropError when the namespace is not known. Undefined where the port has no name.
   */
  get srv(): string | undefined {
    const { portName, protocol } = this;
    return portName === undefined
      ? undefined
      : srvName(this.construct, { name: portName, protocol }, this.service);
  }

  /** A URL to it: `url({ scheme: 'postgres', path: '/orders' })` is `postgres://postgres:5432/orders`. */
  url({ scheme, path = '' }: UrlOptions): string {
    return `${scheme}://${this.address}${path}`;
  }

  /** The environment of a container that connects: `PREFIX_HOST` and `PREFIX_PORT`. */
  asEnv(prefix: string): Record<string, EnvValue> {
    return {
      [`${prefix}_HOST`]: EnvValue.fromValue(this.host),
      [`${prefix}_PORT`]: EnvValue.fromValue(String(this.port)),
    };
  }

  /**
   * The same endpoint with its fully qualified name as host, for consumers in other namespaces.
   *
   * @throws PropError when the namespace is not known.
   */
  qualified(): Endpoint {
    return new QualifiedEndpoint(this.construct, this.service, this, this.pod);
  }
}

class QualifiedEndpoint extends Endpoint {
  override readonly host: string;

  constructor(construct: IConstruct, service: ServiceAddress, of: Endpoint, pod?: string) {
    super(construct, service, { number: of.port, name: of.portName, protocol: of.protocol }, pod);
    this.host = super.fqdn;
  }
}

/** Anything that consumers can connect to. */
export interface IConnectable {
  /**
   * The endpoint of a port.
   *
   * @param port its name; may be left out where there is one port.
   * @throws PropError when there is no such port.
   */
  endpoint(port?: string): Endpoint;
}
