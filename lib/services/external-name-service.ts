import type { Construct } from 'constructs';
import { PropError } from '../prop-error';
import { hostNameComplaint } from './host-name';
import { SelectorlessService } from './selectorless-service';
import type { ServiceProps } from './service';
import { type DirectPort, refuseTranslation, type ServicePort } from './service-port';

/** Props of an {@link ExternalNameService}. */
export interface ExternalNameServiceProps extends ServiceProps {
  /** The name of the host outside, as DNS knows it: no scheme, no port, no IP address. */
  readonly host: string;

  /**
   * The ports that the host listens on. DNS does not know them; they are emitted since ingress controllers and
   * meshes look the port of a backend up in the Service, and `endpoint()` gives them to consumers.
   *
   * @default none
   */
  readonly ports?: readonly DirectPort[];
}

/**
 * A Service of type ExternalName: the cluster's DNS answers its name with a CNAME of the host. Nothing forwards or
 * translates anything. Take `ExternalNameProxy`, unless the host is certain never to become a list of addresses.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
export class ExternalNameService extends SelectorlessService {
  constructor(scope: Construct, id: string, props: ExternalNameServiceProps) {
    super(scope, id, props, { type: 'ExternalName', externalName: props.host });
    const complaint = hostNameComplaint(
      props.host,
      address => `give IP addresses to an ExternalNameProxy as addresses: ['${address}']`,
    );
    if (complaint) {
      throw new PropError({
        construct: this,
        prop: 'host',
        ...complaint,
        allowed: 'a DNS name such as api.pay.example',
      });
    }
    this.offer(props.ports ?? []);
  }

  protected override offer(ports: readonly ServicePort[]): void {
    refuseTranslation(this, ports, 'an ExternalName Service is a DNS alias, which translates no ports');
    super.offer(ports);
  }
}
