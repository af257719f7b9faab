/** An API version of a kind that Kubernetes removed before the oldest version that Drydock knows. */
export interface RemovedApi {
  /** The version of Kubernetes that no longer serves it. */
  readonly removedIn: string;
  /** What to write instead; undefined where nothing took its place. */
  readonly instead?: string;
}

/**
 * By API version and kind, removals as the deprecation guide lists them: the version of Kubernetes, what to write
 * instead, kinds.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const REMOVALS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  'extensions/v1beta1': [
    ['1.16', 'apps/v1', 'DaemonSet Deployment ReplicaSet'],
    ['1.16', 'networking.k8s.io/v1', 'NetworkPolicy'],
    ['1.16', '', 'PodSecurityPolicy'],
    ['1.22', 'networking.k8s.io/v1', 'Ingress'],
  ],
  'apps/v1beta1': [['1.16', 'apps/v1', 'ControllerRevision Deployment StatefulSet']],
  'apps/v1beta2': [['1.16', 'apps/v1', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet']],
  'admissionregistration.k8s.io/v1beta1': [
    [
      '1.22',
      'admissionregistration.k8s.io/v1',
      'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    ],
  ],
  'apiextensions.k8s.io/v1beta1': [['1.22', 'apiextensions.k8s.io/v1', 'CustomResourceDefinition']],
  'apiregistration.k8s.io/v1beta1': [['1.22', 'apiregistration.k8s.io/v1', 'APIService']],
  'authentication.k8s.io/v1beta1': [['1.22', 'authentication.k8s.io/v1', 'TokenReview']],
  'authorization.k8s.io/v1beta1': [
    [
      '1.22',
      'authorization.k8s.io/v1',
      'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
    ],
  ],
  'autoscaling/v2beta1': [['1.25', 'autoscaling/v2', 'HorizontalPodAutoscaler']],
  'autoscaling/v2beta2': [['1.26', 'autoscaling/v2', 'HorizontalPodAutoscaler']],
  'batch/v1beta1': [['1.25', 'batch/v1', 'CronJob']],
  'batch/v2alpha1': [['1.21', 'batch/v1', 'CronJob']],
  'certificates.k8s.io/v1beta1': [['1.22', 'certificates.k8s.io/v1', 'CertificateSigningRequest']],
  'coordination.k8s.io/v1beta1': [['1.22', 'coordination.k8s.io/v1', 'Lease']],
  'discovery.k8s.io/v1beta1': [['1.25', 'discovery.k8s.io/v1', 'EndpointSlice']],
  'events.k8s.io/v1beta1': [['1.25', 'events.k8s.io/v1', 'Event']],
  'flowcontrol.apiserver.k8s.io/v1beta1': [
    ['1.26', 'flowcontrol.apiserver.k8s.io/v1', 'FlowSchema PriorityLevelConfiguration'],
  ],
  'networking.k8s.io/v1beta1': [['1.22', 'networking.k8s.io/v1', 'Ingress IngressClass']],
  'node.k8s.io/v1beta1': [['1.25', 'node.k8s.io/v1', 'RuntimeClass']],
  'policy/v1beta1': [
    ['1.25', 'policy/v1', 'PodDisruptionBudget'],
    ['1.25', '', 'PodSecurityPolicy'],
  ],
  'rbac.authorization.k8s.io/v1alpha1': [
    ['1.22', 'rbac.authorization.k8s.io/v1', 'ClusterRole ClusterRoleBinding Role RoleBinding'],
  ],
  'rbac.authorization.k8s.io/v1beta1': [
    ['1.22', 'rbac.authorization.k8s.io/v1', 'ClusterRole ClusterRoleBinding Role RoleBinding'],
  ],
  'scheduling.k8s.io/v1alpha1': [['1.22', 'scheduling.k8s.io/v1', 'PriorityClass']],
  'scheduling.k8s.io/v1beta1': [['1.22', 'scheduling.k8s.io/v1', 'PriorityClass']],
  'settings.k8s.io/v1alpha1': [['1.20', '', 'PodPreset']],
  'storage.k8s.io/v1beta1': [
    ['1.22', 'storage.k8s.io/v1', 'CSIDriver CSINode StorageClass VolumeAttachment'],
    ['1.27', 'storage.k8s.io/v1', 'CSIStorageCapacity'],
  ],
};

/** The removal of an API version of a kind, where Kubernetes once served it and no known version does. */
export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  const removals = Object.hasOwn(REMOVALS, apiVersion) ? (REMOVALS[apiVersion] ?? []) : [];
  for (const [removedIn, instead, kinds] of removals) {
    if (kinds.split(' ').includes(kind)) return instead === '' ? { removedIn } : { removedIn, instead };
  }
  return undefined;
}

/** Groups that were Kubernetes' own, and of which nothing is left. */
export const REMOVED_GROUPS: readonly string[] = ['extensions', 'settings.k8s.io'];
