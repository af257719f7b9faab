import type { Validator, ValidatorKey } from './validator';

/** The validators of a folder. */
export type Validators = readonly (readonly [ValidatorKey, Validator])[];

/** A folder of validators, and the kinds that it judges. */
export interface ValidatorFolder {
  readonly kinds: readonly ValidatorKey[];
  readonly load: () => Validators;
}

/**
 * The folders by the kinds that they judge: a folder is loaded when the first object of such a kind is met, so that
 * a run starts at once.
 */
export const FOLDERS: readonly ValidatorFolder[] = [
  {
    kinds: [
      'admissionregistration.k8s.io/MutatingAdmissionPolicy',
      'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
      'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    load: () =>
      (require('./admission/registry') as typeof import('./admission/registry')).ADMISSION_VALIDATORS,
  },
  {
    kinds: [
      '/ConfigMap',
      '/LimitRange',
      '/Namespace',
      '/Node',
      '/ResourceQuota',
      '/Secret',
      '/ServiceAccount',
      'apiregistration.k8s.io/APIService',
      'apps/ControllerRevision',
      'coordination.k8s.io/Lease',
      'node.k8s.io/RuntimeClass',
      'scheduling.k8s.io/PriorityClass',
    ],
    load: () => (require('./config/registry') as typeof import('./config/registry')).CONFIG_VALIDATORS,
  },
  {
    kinds: ['certificates.k8s.io/CertificateSigningRequest'],
    load: () =>
      (require('./certificates/registry') as typeof import('./certificates/registry')).CERTIFICATE_VALIDATORS,
  },
  {
    kinds: [
      'resource.k8s.io/v1/DeviceClass',
      'resource.k8s.io/v1/ResourceClaim',
      'resource.k8s.io/v1/ResourceClaimTemplate',
    ],
    load: () => (require('./devices/registry') as typeof import('./devices/registry')).DEVICE_VALIDATORS,
  },
  {
    kinds: [
      'flowcontrol.apiserver.k8s.io/FlowSchema',
      'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
    ],
    load: () =>
      (require('./flow-control/registry') as typeof import('./flow-control/registry'))
        .FLOW_CONTROL_VALIDATORS,
  },
  {
    kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
    load: () =>
      (require('./custom-resources/definition') as typeof import('./custom-resources/definition'))
        .CUSTOM_RESOURCE_VALIDATORS,
  },
  {
    kinds: [
      '/Service',
      '/Endpoints',
      'discovery.k8s.io/EndpointSlice',
      'networking.k8s.io/Ingress',
      'networking.k8s.io/IngressClass',
      'networking.k8s.io/NetworkPolicy',
      'networking.k8s.io/IPAddress',
      'networking.k8s.io/ServiceCIDR',
    ],
    load: () => (require('./network/registry') as typeof import('./network/registry')).NETWORK_VALIDATORS,
  },
  {
    kinds: ['/Pod'],
    load: () => (require('./pod/registry') as typeof import('./pod/registry')).POD_VALIDATORS,
  },
  {
    kinds: [
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/RoleBinding',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    load: () => (require('./rbac/registry') as typeof import('./rbac/registry')).RBAC_VALIDATORS,
  },
  {
    kinds: [
      '/PersistentVolume',
      '/PersistentVolumeClaim',
      'storage.k8s.io/StorageClass',
      'storage.k8s.io/CSIDriver',
      'storage.k8s.io/CSINode',
      'storage.k8s.io/CSIStorageCapacity',
      'storage.k8s.io/VolumeAttachment',
      'storage.k8s.io/VolumeAttributesClass',
    ],
    load: () => (require('./storage/registry') as typeof import('./storage/registry')).STORAGE_VALIDATORS,
  },
  {
    kinds: [
      'apps/DaemonSet',
      'apps/Deployment',
      'apps/ReplicaSet',
      'apps/StatefulSet',
      '/PodTemplate',
      '/ReplicationController',
      'policy/PodDisruptionBudget',
    ],
    load: () =>
      (require('./workloads/registry') as typeof import('./workloads/registry')).WORKLOAD_VALIDATORS,
  },
  {
    kinds: ['batch/CronJob', 'batch/Job'],
    load: () =>
      (require('./workloads/job-registry') as typeof import('./workloads/job-registry')).JOB_VALIDATORS,
  },
  {
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    load: () =>
      (require('./workloads/scaling-registry') as typeof import('./workloads/scaling-registry'))
        .SCALING_VALIDATORS,
  },
];

const folderOf = new Map(FOLDERS.flatMap(folder => folder.kinds.map(kind => [kind, folder] as const)));
const validators = new Map<ValidatorKey, Validator>();

/** The validator of a group and kind; that of another version of a group stands as `group/version/Kind`. */
export function validatorOf(key: ValidatorKey): Validator | undefined {
  const known = validators.get(key);
  if (known) return known;
  const folder = folderOf.get(key);
  for (const [kind, validator] of folder?.load() ?? []) validators.set(kind, validator);
  return validators.get(key);
}
