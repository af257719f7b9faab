import type { ApiObject } from 'cdk8s';
import { k8s, Resource } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { checkName } from '../naming/object-name';
import { RenderedObject } from '../objects/rendered-object';

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Props of a {@link Namespace}. */
export interface NamespaceProps {
  /** A DNS label. @default the construct's id */
  readonly name?: string;
  /** @default the chart's */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * The Pod Security Standard that pods of the namespace must meet to be admitted.
   *
   * @default not emitted: what the cluster is set to
   * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
   */
  readonly podSecurity?: PodSecurityLevel;
}

/**
 * A Namespace. Cluster-scoped: it gets no namespace from its chart.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
 */
export class Namespace extends Resource {
  protected readonly apiObject: ApiObject;
  readonly resourceType = 'namespaces';

  /** @throws PropError when the name is no DNS label, or taken. */
  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, id);
    const name = props.name ?? id;
    checkName(this, { prop: 'name', name, complaints: dnsLabelComplaints });
    const enforced = props.podSecurity && { 'pod-security.kubernetes.io/enforce': props.podSecurity };
    this.apiObject = new RenderedObject(this, 'Resource', k8s.KubeNamespace, {
      metadata: { name, labels: { ...enforced, ...props.labels }, annotations: props.annotations },
    });
  }
}
