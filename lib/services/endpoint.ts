import { EnvValue } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { podFqdn, type ServiceAddress, serviceFqdn, srvName } from '../naming/dns-address';
import { PropError } from '../prop-error';
import type { PortProtocol, ServicePort } from './service-port';

/** Where a URL leads beyond host and port. */
export interface UrlOptions {
  /** The scheme, without `://`: `postgres`, `https`, `jdbc:postgresql`. */
  readonly scheme: string;
  /**
   * Path, query and fragment, beginning with `/`, `?` or `#`.
   *
   * @default none
   */
  readonly path?: string;
}

/** A port of a Service, as far as a consumer needs to know it. */
type EndpointPort = Pick<ServicePort, 'number' | 'name' | 'protocol'>;

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
   * The name that the server's certificate bears, where it is not `host`: what a TLS client must send as server
   * name and compare the certificate with.
   */
  readonly tlsServerName?: string;

  /**
   * @param construct the construct that the endpoint belongs to.
   * @param service the Service that the host name leads to.
   * @param port the port of it.
   * @param pod the host name of one pod behind a headless Service.
   */
  constructor(
    private readonly construct: IConstruct,
    private readonly service: ServiceAddress,
    port: EndpointPort,
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
   * The name of the SRV record, which answers with port and hosts. Undefined where the port has no name. The
   * cluster's DNS has no such record for a Service of type ExternalName, which is an alias.
   *
   * @throws PropError when the namespace is not known.
   */
  get srv(): string | undefined {
    const { portName, protocol } = this;
    return portName === undefined
      ? undefined
      : srvName(this.construct, { name: portName, protocol }, this.service);
  }

  /**
   * A URL to it: `url({ scheme: 'postgres', path: '/orders' })` is `postgres://postgres:5432/orders`.
   *
   * @throws PropError when scheme or path would not make a URL.
   */
  url({ scheme, path = '' }: UrlOptions): string {
    this.require('scheme', scheme, /^[a-z][a-z0-9+.:-]*(?<!:)$/i, "leave out '://'");
    this.require('path', path, /^([/?#]|$)/, `begin it with a slash: '/${path}'`);
    return `${scheme}://${this.address}${path}`;
  }

  /**
   * The environment of a container that connects: `PREFIX_HOST`, `PREFIX_PORT`, and where the server's certificate
   * bears another name than the host, `PREFIX_TLS_SERVER_NAME`.
   */
  asEnv(prefix: string): Record<string, EnvValue> {
    const env = {
      [`${prefix}_HOST`]: EnvValue.fromValue(this.host),
      [`${prefix}_PORT`]: EnvValue.fromValue(String(this.port)),
    };
    if (this.tlsServerName !== undefined) {
      env[`${prefix}_TLS_SERVER_NAME`] = EnvValue.fromValue(this.tlsServerName);
    }
    return env;
  }

  /**
   * The same port of one pod behind a headless Service.
   *
   * @param hostname the pod's host name; `$(POD_NAME)` in an environment variable of the pod itself, where
   * `POD_NAME` stands before it and leads to the pod's name.
   */
  ofPod(hostname: string): Endpoint {
    return this.with({ host: `${hostname}.${this.service.service}`, pod: hostname });
  }

  /** The same endpoint with the name that the server's certificate bears. */
  withTlsServerName(tlsServerName: string): Endpoint {
    return this.with({ tlsServerName });
  }

  /**
   * The same endpoint with its fully qualified name as host, for consumers in other namespaces.
   *
   * @throws PropError when the namespace is not known.
   */
  qualified(): Endpoint {
    return this.with({ host: this.fqdn });
  }

  private with(changes: { host?: string; pod?: string; tlsServerName?: string }): Endpoint {
    return Object.assign(Object.create(Endpoint.prototype), this, changes);
  }

  private require(prop: string, value: string, format: RegExp, fix: string): void {
    if (format.test(value)) return;
    throw new PropError({
      construct: this.construct,
      prop,
      problem: 'does not make a URL',
      received: value,
      fix,
    });
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
