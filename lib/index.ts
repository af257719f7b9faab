export {
  DisruptionBudget,
  type DisruptionBudgetOptions,
  type DisruptionBudgetProps,
  type DisruptionLimit,
} from './governance/disruption-budget';
export { Namespace, type NamespaceProps, type PodSecurityLevel } from './governance/namespace';
export { AGENT_LABELS_ANNOTATION, SLOT_LABEL } from './kubernetes/drydock-labels';
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
  Slot,
  type SlotBudget,
  StatefulSlot,
} from './releases/slot';
export { SlotService, type SlotServiceProps } from './releases/slot-service';
export { TopologyKey, TopologySpread } from './scheduling/topology-spread';
export { ClusterService, type ClusterServiceProps } from './services/cluster-service';
export { Endpoint, type IConnectable, type UrlOptions } from './services/endpoint';
export type { EndpointAddress, EndpointAddresses } from './services/endpoint-address';
export {
  ExternalNameProxy,
  type ExternalNameProxyOptions,
  type ExternalNameProxyProps,
  type ProxiedAddresses,
  type ProxiedHost,
  type ProxiedPort,
  type ProxiedPorts,
} from './services/external-name-proxy';
export { ExternalNameService, type ExternalNameServiceProps } from './services/external-name-service';
export { HeadlessEndpoints, type HeadlessEndpointsProps } from './services/headless-endpoints';
export { HeadlessService, type HeadlessServiceProps } from './services/headless-service';
export type { IpFamilyProps } from './services/ip-families';
export { ManualEndpoints, type ManualEndpointsProps } from './services/manual-endpoints';
export type { ServicePods } from './services/pod-labels';
export { Service, type ServiceProps } from './services/service';
export type { DirectPort, NumberedPort, PortProtocol, ServicePort } from './services/service-port';
export { AccessMode } from './storage/access-mode';
export {
  type AzureDiskSku,
  AzureDiskStorageClass,
  type AzureDiskStorageClassProps,
} from './storage/azure-disk-storage-class';
export { ClaimClass } from './storage/claim-class';
export type { IVolumeClaim } from './storage/claim-handle';
export type { ClaimSpecProps } from './storage/claim-spec';
export type { CsiSecret, CsiSecrets, CsiVolumeSpec } from './storage/csi-volume';
export { DataSource } from './storage/data-source';
export {
  type ContainerResourceField,
  DownwardField,
  type DownwardFiles,
  type PodField,
} from './storage/downward-field';
export { EbsStorageClass, type EbsStorageClassProps, type EbsVolumeType } from './storage/ebs-storage-class';
export {
  GcePdStorageClass,
  type GcePdStorageClassProps,
  type GcePdType,
} from './storage/gce-pd-storage-class';
export { type HostPathSpec, HostPathType } from './storage/host-path';
export { LocalStorageClass, type LocalStorageClassProps } from './storage/local-storage-class';
export type { IMountable } from './storage/mountable';
export type { NfsSpec } from './storage/nfs-export';
export { NfsStorageClass, type NfsStorageClassProps } from './storage/nfs-storage-class';
export type { NamespacedObjectProps, ObjectProps } from './storage/object-props';
export { PersistentVolume, type PersistentVolumeProps } from './storage/persistent-volume';
export type { IPersistentVolume } from './storage/persistent-volume-handle';
export { type ProjectedKeys, ProjectedSource, type TokenProjection } from './storage/projected-source';
export { ReclaimPolicy } from './storage/reclaim-policy';
export type { IVolumeSnapshot, IVolumeSnapshotClass } from './storage/snapshot-handle';
export { SnapshotSource } from './storage/snapshot-source';
export {
  StorageClass,
  type StorageClassProps,
  type StorageClassSettings,
  type Topology,
  VolumeBindingMode,
} from './storage/storage-class';
export type { IStorageClass } from './storage/storage-class-handle';
export { StorageSize, type StorageSizeLike } from './storage/storage-size';
export { Volume } from './storage/volume';
export { type ForeignClaim, VolumeClaim, type VolumeClaimProps } from './storage/volume-claim';
export { VolumeClaimTemplate, type VolumeClaimTemplateProps } from './storage/volume-claim-template';
export type { VolumeFile, VolumeItems } from './storage/volume-files';
export { VolumeMode } from './storage/volume-mode';
export { type NodeRequirement, VolumeNodes } from './storage/volume-nodes';
export type {
  ClaimVolumeOptions,
  CsiVolumeOptions,
  DownwardApiOptions,
  EmptyDirOptions,
  EphemeralOptions,
  FileModeOptions,
  HostPathOptions,
  KeysVolumeOptions,
  NamedVolumeOptions,
  NfsOptions,
  ProjectedOptions,
  UnnamedVolumeOptions,
} from './storage/volume-options';
export { VolumeSnapshot, type VolumeSnapshotProps } from './storage/volume-snapshot';
export {
  DeletionPolicy,
  VolumeSnapshotClass,
  type VolumeSnapshotClassProps,
} from './storage/volume-snapshot-class';
export { type LocalSpec, VolumeSource, type VolumeSourceFields } from './storage/volume-source';
export { App } from './synth/app';
export type { AppProps } from './synth/app-props';
export type { Layout } from './synth/layouts/output-layout';
export type { SynthFinding } from './synth/synth-finding';
export { DependencyCycleError, SynthesisError } from './synth/synthesis-error';
export { Testing } from './synth/testing';
export type { SynthVerifyOptions } from './synth/verification';
export { VerificationError } from './synth/verification-error';
export { OutputError } from './synth/write-output';
export { UnserializableValueError } from './synth/yaml/unserializable-value-error';
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
export type { PodProps, PodWorkloadProps } from './workloads/pod-props';
export { PodWorkload } from './workloads/pod-workload';
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
