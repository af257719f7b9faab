/**
 * The kinds that rules judge, in groups: the rules of a group are loaded when the first object of such a kind is met,
 * so that a run starts at once. A rule may be in several of them.
 */
export const RULE_GROUPS = {
  access: [
    'ServiceAccount',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
    'rbac.authorization.k8s.io/RoleBinding',
  ],
  calls: [
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    'apiextensions.k8s.io/CustomResourceDefinition',
    'apiregistration.k8s.io/APIService',
  ],
  endpoints: ['Endpoints', 'discovery.k8s.io/EndpointSlice'],
  pods: [
    'Pod',
    'ReplicationController',
    'apps.kruise.io/CloneSet',
    'apps.kruise.io/DaemonSet',
    'apps.kruise.io/StatefulSet',
    'apps/DaemonSet',
    'apps/Deployment',
    'apps/ReplicaSet',
    'apps/StatefulSet',
    'argoproj.io/Rollout',
    'batch/CronJob',
    'batch/Job',
  ],
  policies: ['networking.k8s.io/NetworkPolicy', 'policy/PodDisruptionBudget'],
  quotas: ['ResourceQuota'],
  routes: [
    'gateway.networking.k8s.io/GRPCRoute',
    'gateway.networking.k8s.io/HTTPRoute',
    'gateway.networking.k8s.io/TCPRoute',
    'gateway.networking.k8s.io/TLSRoute',
    'gateway.networking.k8s.io/UDPRoute',
    'networking.k8s.io/Ingress',
  ],
  scaling: [
    'autoscaling.k8s.io/VerticalPodAutoscaler',
    'autoscaling/HorizontalPodAutoscaler',
    'keda.sh/ScaledObject',
  ],
  services: ['Service'],
  storage: ['PersistentVolume', 'PersistentVolumeClaim'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a group of kinds, and of the file in `rule-groups/` with its rules. */
export type RuleGroup = keyof typeof RULE_GROUPS;

/** All groups. */
export const RULE_GROUP_NAMES = Object.keys(RULE_GROUPS) as RuleGroup[];

const groups: ReadonlyMap<string, RuleGroup> = new Map(
  RULE_GROUP_NAMES.flatMap(group => RULE_GROUPS[group].map(kind => [kind, group] as const)),
);

/** The group of a kind, such as `apps/StatefulSet`; undefined for one that no rule judges by itself. */
export function ruleGroupOf(kind: string): RuleGroup | undefined {
  return groups.get(kind);
}
