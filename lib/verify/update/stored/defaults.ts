type Defaults = Readonly<Record<string, unknown>>;

const MESSAGES: Defaults = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};
const FILE_MODE: Defaults = { defaultMode: 0o644 };
const ISCSI: Defaults = { iscsiInterface: 'default' };
const RBD: Defaults = { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' };
const SCALE_IO: Defaults = { storageMode: 'ThinProvisioned', fsType: 'xfs' };
const DEVICES: Defaults = { allocationMode: 'ExactCount', count: 1 };

/** What the server sets where a field is missing, by type: the types whose fields an update may not change. */
const DEFAULTS: Readonly<Record<string, Defaults>> = {
  V1AzureDiskVolumeSource: { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4' },
  V1CSIDriverSpec: {
    attachRequired: true,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
  },
  V1ConfigMapVolumeSource: FILE_MODE,
  V1Container: MESSAGES,
  V1ContainerPort: { protocol: 'TCP' },
  V1DownwardAPIVolumeSource: FILE_MODE,
  V1EphemeralContainer: MESSAGES,
  V1FileKeySelector: { optional: false },
  V1HTTPGetAction: { path: '/', scheme: 'HTTP' },
  V1ISCSIPersistentVolumeSource: ISCSI,
  V1ISCSIVolumeSource: ISCSI,
  V1JobSpec: { completionMode: 'NonIndexed' },
  V1ObjectFieldSelector: { apiVersion: 'v1' },
  V1PersistentVolumeClaimSpec: { volumeMode: 'Filesystem' },
  V1PersistentVolumeClaimStatus: { phase: 'Pending' },
  V1PersistentVolumeSpec: { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' },
  V1PodFailurePolicyOnPodConditionsPattern: { status: 'True' },
  V1PodSpec: {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
  },
  V1PriorityClass: { preemptionPolicy: 'PreemptLowerPriority' },
  V1Probe: { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 },
  V1ProjectedVolumeSource: FILE_MODE,
  V1RBDPersistentVolumeSource: RBD,
  V1RBDVolumeSource: RBD,
  V1ResourceFieldSelector: { divisor: '0n' },
  V1RoleRef: { apiGroup: 'rbac.authorization.k8s.io' },
  V1ScaleIOPersistentVolumeSource: SCALE_IO,
  V1ScaleIOVolumeSource: SCALE_IO,
  V1Secret: { type: 'Opaque' },
  V1SecretVolumeSource: FILE_MODE,
  V1ServiceAccountTokenProjection: { expirationSeconds: 3600 },
  V1StatefulSetSpec: { podManagementPolicy: 'OrderedReady', revisionHistoryLimit: 10 },
  V1StorageClass: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
  ...of(['V1', 'V1beta1', 'V1beta2'], 'DeviceSubRequest', DEVICES),
  ...of(['V1', 'V1beta2'], 'ExactDeviceRequest', DEVICES),
  ...of(['V1alpha3', 'V1beta1'], 'DeviceRequest', DEVICES),
};

/** What the server sets where a field of a type is missing, in stored form; undefined where it sets nothing. */
export function defaultOf(type: string, name: string): unknown {
  const defaults = Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : undefined;
  return defaults && Object.hasOwn(defaults, name) ? defaults[name] : undefined;
}

function of(versions: readonly string[], type: string, defaults: Defaults): Record<string, Defaults> {
  return Object.fromEntries(versions.map(version => [`${version}${type}`, defaults]));
}
