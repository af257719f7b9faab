import type { k8s } from 'cdk8s-plus-28';
import { labelValueComplaints, qualifiedNameComplaints } from '../kubernetes/label-format';
import { PropError } from '../prop-error';

/** One requirement on the labels of a node. */
export interface NodeRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values?: readonly string[];
}

/**
 * The nodes that can reach a volume. Its pods run on these alone.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity
 */
export class VolumeNodes {
  private constructor(private readonly requirements: readonly NodeRequirement[]) {}

  /** Nodes by the label `kubernetes.io/hostname`. */
  static named(...names: readonly string[]): VolumeNodes {
    return VolumeNodes.labelled({ 'kubernetes.io/hostname': names });
  }

  /** Nodes that bear each of these labels with one of its values. */
  static labelled(labels: Readonly<Record<string, readonly string[]>>): VolumeNodes {
    return VolumeNodes.matching(
      ...Object.entries(labels).map(([key, values]) => ({ key, operator: 'In' as const, values })),
    );
  }

  /**
   * Nodes for which every requirement holds.
   *
   * @throws PropError when there is none, or the API server would refuse one.
   */
  static matching(...requirements: readonly NodeRequirement[]): VolumeNodes {
    const complaints = requirements.flatMap(complaintsOf);
    if (requirements.length === 0) complaints.push('must name a label: no node matches nothing');
    if (complaints.length > 0) {
      throw new PropError({
        prop: 'nodes',
        problem: complaints.join(', and '),
        received: requirements,
        allowed:
          "labels of nodes with values: VolumeNodes.labelled({ 'topology.kubernetes.io/zone': ['eu-1a'] })",
        fix: 'name the nodes that can reach the volume',
      });
    }
    return new VolumeNodes(requirements);
  }

  /** The node affinity as the API writes it. */
  toKube(): k8s.VolumeNodeAffinity {
    const matchExpressions = this.requirements.map(({ values, ...rest }) => ({
      ...rest,
      values: values && [...values],
    }));
    return { required: { nodeSelectorTerms: [{ matchExpressions }] } };
  }
}

function complaintsOf({ key, operator, values = [] }: NodeRequirement): string[] {
  const complaints = [...qualifiedNameComplaints(key), ...values.flatMap(labelValueComplaints)];
  const wants = {
    In: 'some',
    NotIn: 'some',
    Exists: 'none',
    DoesNotExist: 'none',
    Gt: 'one',
    Lt: 'one',
  } as const;
  const has = values.length === 0 ? 'none' : values.length === 1 ? 'one' : 'some';
  const wanted = wants[operator];
  if (wanted === 'some' ? has === 'none' : wanted !== has) {
    complaints.push(
      `must have ${wanted === 'none' ? 'no values' : `${wanted} value`}, since its operator is ${operator}`,
    );
  }
  return complaints;
}
