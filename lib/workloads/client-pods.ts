import { AGENT_LABELS_ANNOTATION } from '../kubernetes/drydock-labels';
import type { Container } from './container';

/** The label that the StatefulSet controller gives each pod: the pod's name. */
export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';

/** The label of an elected pod, and who sets it. */
export interface ElectedRole {
  /** Labels that the elected pod alone bears, such as `{ role: 'primary' }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** The container of the stack that sets them: an agent that takes part in the election. */
  readonly setBy: Container;
}

/**
 * The pods of a stack that a client Service leads to.
 *
 * - `all()`: any ready pod; right where every pod can answer everything.
 * - `replica(n)`: one pod, chosen by its number. The controller labels every pod with its name, so this works
 *   without help; when that pod is down nobody answers, and the Service does not follow a failover.
 * - `elected()`: the pod that an agent in the pods has labelled. It follows a failover, and answers nobody until
 *   the agent has set the label: Kubernetes itself never sets it.
 */
export class ClientPods {
  private constructor(
    /** Number of the one replica, where it is one. */
    readonly ordinal?: number,
    /** Role of the elected pod, where there is an election. */
    readonly role?: ElectedRole,
  ) {}

  /** Every ready pod. */
  static all(): ClientPods {
    return new ClientPods();
  }

  /** The pod with this ordinal. */
  static replica(ordinal: number): ClientPods {
    return new ClientPods(ordinal);
  }

  /** The pod that bears the labels of the role. */
  static elected(role: ElectedRole): ClientPods {
    return new ClientPods(undefined, role);
  }
}

/** The annotation that tells the verifier which labels an agent sets; none where nobody elects. */
export function agentLabelsOf({ role }: ClientPods): Readonly<Record<string, string>> {
  return role ? { [AGENT_LABELS_ANNOTATION]: Object.keys(role.labels).join(',') } : {};
}
