import type { Duration } from 'cdk8s';
import type { IServiceAccount, k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { labelValueComplaints, qualifiedNameComplaints } from '../kubernetes/label-format';
import type { WorkloadIdentity } from '../naming/identity';
import { PropError } from '../prop-error';
import type { TopologySpread } from '../scheduling/topology-spread';
import type { ContainerProps } from './container-props';

const PLAIN_FIELDS = [
  'affinity',
  'automountServiceAccountToken',
  'dnsConfig',
  'dnsPolicy',
  'enableServiceLinks',
  'hostAliases',
  'hostIpc',
  'hostNetwork',
  'hostPid',
  'hostUsers',
  'imagePullSecrets',
  'nodeSelector',
  'os',
  'preemptionPolicy',
  'priorityClassName',
  'readinessGates',
  'runtimeClassName',
  'schedulerName',
  'schedulingGates',
  'securityContext',
  'setHostnameAsFqdn',
  'shareProcessNamespace',
  'tolerations',
] as const satisfies readonly (keyof k8s.PodSpec)[];

/** The fields of a pod that are given as the API writes them. */
type PlainFields = Pick<k8s.PodSpec, (typeof PLAIN_FIELDS)[number]>;

/**
 * The pods of a workload. Nothing is emitted that is not given here.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export interface PodProps extends PlainFields {
  /** The container that the workload is for; more can be added. */
  readonly container: ContainerProps;

  /**
   * Labels of the pods beside those that select them.
   *
   * @default none
   */
  readonly podLabels?: Readonly<Record<string, string>>;

  /** @default none */
  readonly podAnnotations?: Readonly<Record<string, string>>;

  /**
   * The service account that the pods act as.
   *
   * @default not emitted: the account `default` of the namespace
   */
  readonly serviceAccount?: IServiceAccount;

  /**
   * Hardening by name. `restricted` meets the Pod Security Standard of that name: what it asks for is emitted,
   * what contradicts it is refused.
   *
   * @default none: nothing is hardened
   * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
   */
  readonly profile?: 'restricted';

  /**
   * Time between the request to stop and the kill, whole seconds.
   *
   * @default not emitted: 30 seconds
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * How the pods spread over nodes and zones.
   *
   * @default none
   */
  readonly spread?: readonly TopologySpread[];
}

/** Props of every workload. */
export interface PodWorkloadProps extends PodProps {
  /** How many pods to run. @default not emitted: 1 */
  readonly replicas?: number;
  /** Time that a new pod must be ready before it counts, whole seconds. @default not emitted: 0 seconds */
  readonly minReady?: Duration;
  /** Annotations of the workload itself. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The fields that go to the pod as they are. */
export function plainPodFields(props: PodProps): Partial<PlainFields> {
  return Object.fromEntries(PLAIN_FIELDS.map(field => [field, props[field]]));
}

/** Refuses a number of replicas that the API server would refuse. @throws PropError */
export function checkReplicas(construct: IConstruct, replicas: number | undefined): void {
  if (replicas === undefined || (Number.isInteger(replicas) && replicas >= 0)) return;
  throw new PropError({
    construct,
    prop: 'replicas',
    problem: 'must be a whole number',
    received: replicas,
    allowed: '0 or more',
    fix: 'give a whole number, or leave it out where an autoscaler decides',
  });
}

/** Refuses pod labels that are no labels, or that would change what selects the pods. @throws PropError */
export function checkPodLabels(
  construct: IConstruct,
  labels: PodProps['podLabels'],
  identity: WorkloadIdentity,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    const complaints = [...qualifiedNameComplaints(key), ...labelValueComplaints(value)];
    if (Object.hasOwn(identity.labels, key)) complaints.push("is set from the stack's name");
    if (complaints.length === 0) continue;
    throw new PropError({
      construct,
      prop: `podLabels '${key}'`,
      problem: complaints.join(', and '),
      received: value,
      fix: 'correct the label, or drop it',
    });
  }
}
