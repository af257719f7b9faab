import type { IConstruct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';
import { namespaceOf } from './cluster-settings';
import { reserveName } from './name-registry';
import { derivedName } from './object-name';

/** The label that says which application an object belongs to. Drydock sets it to the name of the stack. */
export const NAME_LABEL = 'app.kubernetes.io/name';

/**
 * The label that tells this installation of the application from others. Drydock sets it to the name of the
 * stack as well: a name is unique in its namespace, so that two stacks never select each other's pods.
 */
export const INSTANCE_LABEL = 'app.kubernetes.io/instance';

/** Where a stack or a release gets its identity. */
export interface IdentityProps {
  /**
   * The name: `metadata.name` of the workload, and the value of the labels `app.kubernetes.io/name` and
   * `app.kubernetes.io/instance` on everything that belongs to it. Never derived from the construct's path, so
   * that moving the construct in the tree changes nothing that is immutable in the cluster.
   *
   * @default the construct's id
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
   */
  readonly name?: string;

  /**
   * The namespace.
   *
   * @default the chart's; where the chart has none either, nothing is emitted
   */
  readonly namespace?: string;
}

/** What a workload is called, and what selects its pods. */
export interface WorkloadIdentity {
  /** Name of the workload. */
  readonly name: string;
  /** Name of the stack or the release that it is part of. */
  readonly of: string;
  readonly namespace?: string;
  /** Labels of everything that belongs to the workload; its pods are selected by these alone. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The name of a stack with the labels and the selector that follow from it. */
export class Identity implements WorkloadIdentity {
  readonly name: string;
  readonly of: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;

  /**
   * @param construct the stack or release that bears the name.
   * @throws PropError when the name is no DNS label, or pods of that name exist in the namespace.
   */
  constructor(construct: IConstruct, props: IdentityProps = {}) {
    this.name = props.name ?? construct.node.id;
    this.of = this.name;
    this.namespace = namespaceOf(construct, props.namespace);
    const complaints = dnsLabelComplaints(this.name);
    if (complaints.length > 0) {
      throw new PropError({
        construct,
        prop: 'name',
        problem: complaints.join(', and '),
        received: this.name,
        allowed: 'a DNS label such as postgres or web-2',
        fix: props.name === undefined ? "the name is the construct's id: give a 'name'" : "change 'name'",
      });
    }
    reserveName(construct, { of: 'pods', namespace: this.namespace, name: this.name });
    this.labels = { [NAME_LABEL]: this.name, [INSTANCE_LABEL]: this.name };
  }
  /** The identity of a part of it, told from its other parts by more labels: one slot of a release. */
  part(purpose: string, labels: Readonly<Record<string, string>>): WorkloadIdentity {
    const { namespace, of } = this;
    return { name: derivedName(of, purpose), of, namespace, labels: { ...this.labels, ...labels } };
  }
}
