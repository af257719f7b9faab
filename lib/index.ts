export {
  DisruptionBudget,
  type DisruptionBudgetOptions,
  type DisruptionBudgetProps,
  type DisruptionLimit,
} from './governance/disruption-budget';
export { Namespace, type NamespaceProps, type PodSecurityLevel } from './governance/namespace';
export {
  DEFAULT_KUBERNETES_VERSION,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from './kubernetes/kubernetes-version';
export { CLUSTER_DOMAIN, KUBERNETES_VERSION } from './naming/cluster-settings';
export { type IdentityProps, INSTANCE_LABEL, NAME_LABEL } from './naming/identity';
export { type PropComplaint, PropError } from './prop-error';
export { BlueGreen, ReplicaSetBlueGreen, StatefulBlueGreen } from './releases/blue-green';
export { type BlueGreenProps, BlueGreenRelease } from './releases/blue-green-release';
export type { Color, ReleaseState, SlotState } from './releases/release-state';
export {
  DeploymentSlot,
  ReplicaSetSlot,
  SLOT_LABEL,
  Slot,
  type SlotBudget,
  StatefulSlot,
} from './releases/slot';
export { SlotService, type SlotServiceProps } from './releases/slot-service';
export { TopologyKey, TopologySpread } from './scheduling/topology-spread';
export { ClusterService, type ClusterServiceProps } from './services/cluster-service';
export { Endpoint, type IConnectable, type UrlOptions } from './services/endpoint';
export { HeadlessService, type HeadlessServiceProps } from './services/headless-service';
export { Service, type ServiceProps } from './services/service';
export type { PortProtocol, ServicePort } from './services/service-port';
export { ClientPods, type ElectedRole, POD_NAME_LABEL } from './workloads/client-pods';
export { Container } from './workloads/container';
export type {
  ContainerPort,
  ContainerProps,
  ContainerResources,
  NamedContainerProps,
  ResourceAmounts,
} from './workloads/container-props';
export {
  Deployment,
  type DeploymentProps,
  type DeploymentRollingUpdate,
  DeploymentUpdateStrategy,
} from './workloads/deployment';
export type { PodProps } from './workloads/pod-props';
export { PodWorkload, type PodWorkloadProps } from './workloads/pod-workload';
export { type HttpProbeOptions, Probe, type ProbeTiming } from './workloads/probe';
export { ReplicaSet, type ReplicaSetProps } from './workloads/replica-set';
export { type AddedContainerProps, Stack } from './workloads/stack';
export { StatefulPod } from './workloads/stateful-pod';
export {
  type ClaimRetention,
  STATEFUL_SET_FIELDS,
  StatefulSet,
  type StatefulSetProps,
} from './workloads/stateful-set';
export {
  type ClientServiceOptions,
  type GoverningServiceOptions,
  type SeedListOptions,
  StatefulStack,
  type StatefulStackProps,
} from './workloads/stateful-stack';
export { type StatefulRollingUpdate, StatefulUpdateStrategy } from './workloads/update-strategy';
