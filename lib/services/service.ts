import { type ApiObject, Lazy } from 'cdk8s';
import { k8s, Service as PlusService, type ServiceType } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dns1035LabelComplaints } from '../kubernetes/dns-format';
import type { Labels } from '../kubernetes/label-selector';
import { namespaceOf } from '../naming/cluster-settings';
import { serviceFqdn } from '../naming/dns-address';
import { checkName } from '../naming/object-name';
import { intOrString } from '../objects/int-or-string';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import { Endpoint, type IConnectable } from './endpoint';
import { checkIpFamilies, type IpFamilyProps } from './ip-families';
import { narrowed, podLabelsOf, type ServicePods } from './pod-labels';
import { checkServicePorts, type ServicePort } from './service-port';

/** Props that every kind of Service has. */
export interface ServiceProps {
  /**
   * Name of the Service, a DNS label of RFC 1035: the host name that consumers use.
   *
   * @default the construct's id
   */
  readonly name?: string;

  /** @default the chart's */
  readonly namespace?: string;

  /**
   * Labels of the Service itself.
   *
   * @default the chart's
   */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What one kind of Service writes into its spec, beside ports and selector. */
export type ServiceFields = IpFamilyProps & Omit<k8s.ServiceSpec, 'ports' | 'selector' | keyof IpFamilyProps>;

/**
 * A cdk8s-plus Service that emits nothing that was not asked for and keeps named target ports. The classes of
 * this folder are its kinds; there is no class with modes.
 */
export abstract class Service extends PlusService implements IConnectable {
  protected override readonly apiObject: ApiObject;
  protected readonly namespace?: string;
  private podLabels: Labels = {};
  private readonly offered: ServicePort[] = [];

  protected constructor(scope: Construct, id: string, props: ServiceProps, fields: ServiceFields) {
    super(scope, id, {
      type: fields.type as ServiceType | undefined,
      clusterIP: fields.clusterIp,
      externalName: fields.externalName,
    });
    const name = props.name ?? id;
    this.namespace = namespaceOf(this, props.namespace);
    checkName(this, { prop: 'name', name, complaints: dns1035LabelComplaints });
    checkIpFamilies(this, fields);
    // The object that the base class made renders on its own terms.
    this.node.tryRemoveChild('Resource');
    this.apiObject = new RenderedObject(this, 'Resource', k8s.KubeService, {
      metadata: { name, namespace: props.namespace, labels: props.labels, annotations: props.annotations },
      spec: Lazy.any({
        produce: () => ({ ...fields, ports: this.portSpecs(), selector: this.selectorSpec() }),
      }),
    });
  }

  /**
   * Offers ports.
   *
   * @throws PropError when the API server would refuse them.
   */
  protected offer(ports: readonly ServicePort[]): void {
    checkServicePorts(this, [...this.offered, ...ports]);
    this.offered.push(...ports);
    for (const { number, name } of ports) super.bind(number, { name });
  }

  /** Offers one more port. */
  override bind(port: number, options: Omit<ServicePort, 'number'> = {}): void {
    this.offer([{ ...options, number: port }]);
  }

  /** The ports that the Service offers. */
  get servicePorts(): readonly ServicePort[] {
    return this.offered;
  }

  /** The labels that a pod must bear to be behind the Service. */
  get podSelector(): Labels {
    return this.podLabels;
  }

  /**
   * Narrows the Service to the pods that bear a label.
   *
   * @throws PropError when it is no label, or another value of it is selected already.
   */
  override selectLabel(key: string, value: string): void {
    this.select({ [key]: value });
  }

  /**
   * Narrows the Service to some pods: a workload (ours or one of cdk8s-plus), or the labels that they bear.
   *
   * @throws PropError when there are no labels, or expressions, which a Service cannot select by; when no pod
   * could bear these labels beside those selected already.
   */
  override select(pods: ServicePods): void {
    this.podLabels = narrowed(this, this.podLabels, podLabelsOf(this, pods));
  }

  /**
   * The fully qualified name of the Service.
   *
   * @throws PropError when the namespace is not known.
   */
  get fqdn(): string {
    return serviceFqdn(this, { service: this.name, namespace: this.namespace });
  }

  endpoint(port?: string): Endpoint {
    const found = this.offered.find(offered =>
      port === undefined ? this.offered.length === 1 : offered.name === port,
    );
    if (!found) {
      throw new PropError({
        construct: this,
        prop: 'port',
        problem:
          port === undefined ? 'must be named where there is not exactly one' : 'is not one of this Service',
        received: port,
        allowed: this.offered.map(p => p.name ?? p.number).join(', ') || 'none: the Service has no ports',
        fix: 'name a port that the Service offers',
      });
    }
    return new Endpoint(this, { service: this.name, namespace: this.namespace }, found);
  }

  private portSpecs(): k8s.ServicePort[] | undefined {
    if (this.offered.length === 0) return undefined;
    return this.offered.map(({ number, targetPort, ...port }) => ({
      ...port,
      port: number,
      targetPort: targetPort === undefined ? undefined : intOrString(targetPort),
    }));
  }

  private selectorSpec(): Labels | undefined {
    return Object.keys(this.podLabels).length > 0 ? this.podLabels : undefined;
  }
}
