import type { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { checkName } from '../naming/object-name';

/** Props of every API object of this folder. */
export interface ObjectProps {
  /**
   * Name of the object, a DNS subdomain.
   *
   * @default the construct's id
   */
  readonly name?: string;

  /**
   * Labels of the object.
   *
   * @default the chart's
   */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Props of an object that is in a namespace. */
export interface NamespacedObjectProps extends ObjectProps {
  /** @default the chart's */
  readonly namespace?: string;
}

/**
 * The metadata of an object.
 *
 * @throws PropError when the name is no DNS subdomain.
 */
export function metadataOf(
  construct: IConstruct,
  props: NamespacedObjectProps,
): k8s.ObjectMeta & { readonly name: string } {
  const name = props.name ?? construct.node.id;
  checkName(construct, { prop: 'name', name, complaints: dnsSubdomainComplaints });
  return { name, namespace: props.namespace, labels: props.labels, annotations: props.annotations };
}
