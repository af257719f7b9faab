import type { ValidatorKey } from '../api/validator';
import { updatePersistentVolumeClaim } from './claim/persistent-volume-claim';
import { updateClusterTrustBundle } from './cluster-trust-bundle';
import { updateConfigMap } from './config-map';
import { updateControllerRevision } from './controller-revision';
import { updateCsiDriver } from './csi-driver';
import { updateCsiNode } from './csi-node';
import { updateCsiStorageCapacity } from './csi-storage-capacity';
import { updateCustomResourceDefinition } from './custom-resource-definition';
import { updateEndpointSlice } from './endpoint-slice';
import { updateEvent } from './event';
import { updateIngressClass } from './ingress-class';
import { updateIpAddress } from './ip-address';
import { updateJob } from './job/job';
import { updateLeaseCandidate } from './lease-candidate';
import { updateNode } from './node';
import { updatePersistentVolume } from './persistent-volume';
import { updatePod } from './pod/pod';
import { updatePodCertificateRequest } from './pod-certificate-request';
import { updatePodGroup } from './pod-group';
import { updatePriorityClass } from './priority-class';
import { updateResourceClaim } from './resource-claim';
import { updateResourceQuota } from './resource-quota';
import { updateResourceSlice } from './resource-slice';
import { updateRoleBinding } from './role-binding';
import { updateRuntimeClass } from './runtime-class';
import { updateSecret } from './secret';
import { updateSelectedWorkload } from './selected-workload';
import { updateService } from './service/service';
import { updateServiceCidr } from './service-cidr';
import { updateStatefulSet } from './stateful-set';
import { updateStorageClass } from './storage-class';
import { updateStorageVersionMigration } from './storage-version-migration';
import type { UpdateRule } from './update-rule';
import { updateVolumeAttachment } from './volume-attachment';
import { updateVolumeAttributesClass } from './volume-attributes-class';
import { updateWorkload } from './workload';

/** The update rules by group and kind. Of all other kinds only metadata has any. */
export const UPDATE_RULES: ReadonlyMap<ValidatorKey, UpdateRule> = new Map<ValidatorKey, UpdateRule>([
  ['/ConfigMap', updateConfigMap],
  ['/Node', updateNode],
  ['/PersistentVolume', updatePersistentVolume],
  ['/PersistentVolumeClaim', updatePersistentVolumeClaim],
  ['/Pod', updatePod],
  ['/ResourceQuota', updateResourceQuota],
  ['/Secret', updateSecret],
  ['/Service', updateService],
  ['apiextensions.k8s.io/CustomResourceDefinition', updateCustomResourceDefinition],
  ['apps/ControllerRevision', updateControllerRevision],
  ['apps/DaemonSet', updateSelectedWorkload],
  ['apps/Deployment', updateSelectedWorkload],
  ['apps/ReplicaSet', updateSelectedWorkload],
  ['apps/StatefulSet', updateStatefulSet],
  ['batch/Job', updateJob],
  ['certificates.k8s.io/ClusterTrustBundle', updateClusterTrustBundle],
  ['certificates.k8s.io/PodCertificateRequest', updatePodCertificateRequest],
  ['coordination.k8s.io/LeaseCandidate', updateLeaseCandidate],
  ['discovery.k8s.io/EndpointSlice', updateEndpointSlice],
  ['events.k8s.io/Event', updateEvent],
  ['networking.k8s.io/IPAddress', updateIpAddress],
  ['networking.k8s.io/IngressClass', updateIngressClass],
  ['networking.k8s.io/ServiceCIDR', updateServiceCidr],
  ['node.k8s.io/RuntimeClass', updateRuntimeClass],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', updateRoleBinding],
  ['rbac.authorization.k8s.io/RoleBinding', updateRoleBinding],
  ['resource.k8s.io/ResourceClaim', updateResourceClaim],
  ['resource.k8s.io/ResourceClaimTemplate', updateResourceClaim],
  ['resource.k8s.io/ResourceSlice', updateResourceSlice],
  ['scheduling.k8s.io/PodGroup', updatePodGroup],
  ['scheduling.k8s.io/PriorityClass', updatePriorityClass],
  ['scheduling.k8s.io/Workload', updateWorkload],
  ['storage.k8s.io/CSIDriver', updateCsiDriver],
  ['storage.k8s.io/CSINode', updateCsiNode],
  ['storage.k8s.io/CSIStorageCapacity', updateCsiStorageCapacity],
  ['storage.k8s.io/StorageClass', updateStorageClass],
  ['storage.k8s.io/VolumeAttachment', updateVolumeAttachment],
  ['storage.k8s.io/VolumeAttributesClass', updateVolumeAttributesClass],
  ['storagemigration.k8s.io/StorageVersionMigration', updateStorageVersionMigration],
]);
