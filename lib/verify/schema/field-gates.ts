import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { Level } from '../finding';

/** A feature gate that is off by default, so that the server drops a field without a word. */
export interface FieldGate {
  /** The name of the gate. */
  readonly gate: string;
  /**
   * The first version in which it is on by default; the newest one also where that is not established.
   *
   * @default none: no version that is known has it on
   */
  readonly on?: KubernetesVersion;
  readonly level: Extract<Level, 'broken' | 'risky'>;
  /** What happens without the field. */
  readonly consequence: string;
  /** The list that the object must be in; elsewhere validation speaks of the field. */
  readonly within?: string;
  /** The value that the server would set itself, so that dropping it changes nothing. */
  readonly unless?: string;
  /** Whether the server's validation still sees the value, or what stands around it. @default false */
  readonly seen?: boolean;
  /**
   * A field around the object in which validation sees the value all the same: the server drops it only when it
   * makes the object.
   *
   * @default none
   */
  readonly seenIn?: string;
}

/** Where Kubernetes documents which gate is on when. */
export const FEATURE_GATES_PAGE =
  'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/';

/** By type and field. A version that does not have the field yet refuses it, and is not meant here. */
const GATES: ReadonlyMap<string, FieldGate> = new Map([
  ...gate('SidecarContainers', '1.29', 'broken', 'the container runs first and blocks the pod for ever', {
    'V1Container.restartPolicy': { within: 'initContainers' },
  }),
  ...gate('ImageVolume', '1.35', 'broken', 'the volume and its mounts are dropped', {
    'V1Volume.image': { seen: true },
  }),
  ...gate('DynamicResourceAllocation', '1.34', 'broken', 'the pod gets no device', {
    'V1PodSpec.resourceClaims': {},
    'V1ResourceRequirements.claims': {},
  }),
  ...gate('ClusterTrustBundleProjection', undefined, 'broken', 'the bundle is not in the volume', {
    'V1VolumeProjection.clusterTrustBundle': {},
  }),
  ...gate('PodCertificateRequest', undefined, 'broken', 'the certificate is not in the volume', {
    'V1VolumeProjection.podCertificate': {},
  }),
  ...gate('JobManagedBy', '1.32', 'broken', 'the built-in controller runs the job as well', {
    'V1JobSpec.managedBy': { seenIn: 'jobTemplate' },
  }),
  ...gate('JobSuccessPolicy', '1.31', 'broken', 'the job succeeds only when all indexes do', {
    'V1JobSpec.successPolicy': { seenIn: 'jobTemplate' },
  }),
  ...gate('JobBackoffLimitPerIndex', '1.29', 'risky', 'failures count for the whole job', {
    'V1JobSpec.backoffLimitPerIndex': { seenIn: 'jobTemplate' },
    'V1JobSpec.maxFailedIndexes': { seenIn: 'jobTemplate' },
  }),
  ...gate('JobPodReplacementPolicy', '1.29', 'risky', 'pods are replaced as soon as they terminate', {
    'V1JobSpec.podReplacementPolicy': { seenIn: 'jobTemplate' },
  }),
  ...gate('InPlacePodVerticalScaling', '1.33', 'risky', 'pods are not resized in place', {
    'V1Container.resizePolicy': {},
  }),
  ...gate('PodLevelResources', '1.34', 'risky', 'the pod as a whole has no requests and limits', {
    'V1PodSpec.resources': {},
  }),
  ...gate('RecursiveReadOnlyMounts', '1.31', 'risky', 'mounts below the mount stay writable', {
    'V1VolumeMount.recursiveReadOnly': {},
  }),
  ...gate('PodLifecycleSleepAction', '1.30', 'risky', 'the container does not sleep', {
    'V1LifecycleHandler.sleep': {},
  }),
  ...gate('ContainerStopSignals', undefined, 'risky', "the container gets the image's own stop signal", {
    'V1Lifecycle.stopSignal': {},
  }),
  ...gate('ContainerRestartRules', '1.35', 'risky', "the pod's restart policy decides alone", {
    'V1Container.restartPolicyRules': {},
  }),
  ...gate('HostnameOverride', '1.35', 'risky', 'the pod is called by its own name', {
    'V1PodSpec.hostnameOverride': {},
  }),
  ...gate('UserNamespacesSupport', '1.33', 'risky', "the pod runs in the host's user namespace", {
    'V1PodSpec.hostUsers': {},
  }),
  ...gate('SupplementalGroupsPolicy', '1.33', 'risky', 'groups of the image are merged in', {
    'V1PodSecurityContext.supplementalGroupsPolicy': {},
  }),
  ...gate('SELinuxChangePolicy', '1.33', 'risky', 'volumes are labelled as the driver has it', {
    'V1PodSecurityContext.seLinuxChangePolicy': {},
  }),
  ...gate('ProcMountType', '1.33', 'risky', '/proc is masked as usual', {
    'V1SecurityContext.procMount': { unless: 'Default', seen: true },
  }),
  ...gate('MatchLabelKeysInPodAffinity', '1.31', 'risky', 'the term matches pods of all revisions', {
    'V1PodAffinityTerm.matchLabelKeys': {},
    'V1PodAffinityTerm.mismatchLabelKeys': {},
  }),
  ...gate('MaxUnavailableStatefulSet', undefined, 'risky', 'pods are updated one at a time', {
    'V1RollingUpdateStatefulSetStrategy.maxUnavailable': {},
  }),
  ...gate('VolumeAttributesClass', '1.34', 'risky', 'the volume gets no attributes class', {
    'V1PersistentVolumeClaimSpec.volumeAttributesClassName': {},
    'V1PersistentVolumeSpec.volumeAttributesClassName': {},
  }),
  ...gate('ServiceTrafficDistribution', '1.31', 'risky', 'traffic goes to all endpoints alike', {
    'V1ServiceSpec.trafficDistribution': {},
  }),
  ...gate('HPAConfigurableTolerance', '1.35', 'risky', "the cluster's own tolerance holds", {
    'V2HPAScalingRules.tolerance': {},
  }),
  ...gate('CustomResourceFieldSelectors', '1.31', 'risky', 'nothing can be selected by these fields', {
    'V1CustomResourceDefinitionVersion.selectableFields': {},
  }),
  ...gate('CRDValidationRatcheting', '1.30', 'risky', 'the rule does not run when an object is created', {
    'V1ValidationRule.optionalOldSelf': {},
  }),
  ...gate('DRADeviceTaints', '1.36', 'risky', 'devices with taints are not taken', {
    'V1DeviceSubRequest.tolerations': {},
    'V1ExactDeviceRequest.tolerations': {},
  }),
  ...gate('DRAConsumableCapacity', '1.36', 'risky', 'devices are taken as a whole, and may be the same', {
    'V1DeviceConstraint.distinctAttribute': {},
    'V1DeviceSubRequest.capacity': {},
    'V1ExactDeviceRequest.capacity': {},
  }),
  ...gate('DRAExtendedResource', '1.36', 'risky', 'pods cannot ask for the devices as a resource', {
    'V1DeviceClassSpec.extendedResourceName': {},
  }),
  ...gate('MutableCSINodeAllocatableCount', '1.35', 'risky', "nodes' limits are not updated", {
    'V1CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds': {},
  }),
]);

/** The gate that makes the server of a version drop a field; undefined where the field stays. */
export function gateOf(type: string, name: string, version: KubernetesVersion): FieldGate | undefined {
  const found = GATES.get(`${type}.${name}`);
  if (!found) return undefined;
  return found.on === undefined || isBefore(version, found.on) ? found : undefined;
}

function gate(
  name: string,
  on: KubernetesVersion | undefined,
  level: FieldGate['level'],
  consequence: string,
  fields: Readonly<Record<string, Pick<FieldGate, 'within' | 'unless' | 'seen' | 'seenIn'>>>,
): [string, FieldGate][] {
  return Object.entries(fields).map(([field, condition]) => [
    field,
    { gate: name, on, level, consequence, ...condition },
  ]);
}
