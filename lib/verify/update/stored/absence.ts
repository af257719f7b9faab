/**
 * Where nothing and zero are two things to the server: fields that are pointers in its own types. By name, or by
 * type and name where the name is a pointer in one type alone.
 */
const POINTERS: ReadonlySet<string> = new Set([
  'activeDeadlineSeconds',
  'adminAccess',
  'allowPrivilegeEscalation',
  'apiGroup',
  'attachRequired',
  'automountServiceAccountToken',
  'backoffLimit',
  'backoffLimitPerIndex',
  'completions',
  'defaultMode',
  'enableServiceLinks',
  'expirationSeconds',
  'fsGroup',
  'gmsaCredentialSpec',
  'gmsaCredentialSpecName',
  'hostProcess',
  'hostUsers',
  'hostnameOverride',
  'lun',
  'managedBy',
  'maxFailedIndexes',
  'minDomains',
  'mode',
  'optional',
  'parallelism',
  'priority',
  'privileged',
  'readOnlyRootFilesystem',
  'revisionHistoryLimit',
  'runAsGroup',
  'runAsNonRoot',
  'runAsUser',
  'runAsUserName',
  'runtimeClassName',
  'setHostnameAsFQDN',
  'shareProcessNamespace',
  'storageClassName',
  'succeededCount',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
  'V1CSIVolumeSource.fsType',
  'V1CSIVolumeSource.readOnly',
  'V1EmptyDirVolumeSource.sizeLimit',
  'V1LocalVolumeSource.fsType',
  'V1PersistentVolumeClaimSpec.volumeAttributesClassName',
  'V1PersistentVolumeSpec.volumeAttributesClassName',
  'V1PodDNSConfigOption.value',
  'V1TypedObjectReference.namespace',
]);

/** Pointers by name that are plain in these types. */
const PLAIN: ReadonlySet<string> = new Set([
  'V1CSIStorageCapacity.storageClassName',
  'V1ISCSIPersistentVolumeSource.lun',
  'V1ISCSIVolumeSource.lun',
  'V1PersistentVolumeSpec.storageClassName',
  'V1RoleRef.apiGroup',
]);

/** Objects that the server holds as a value, so that an empty one is the same as none. */
const VALUE_STRUCTS: ReadonlySet<string> = new Set([
  'devices',
  'jobTemplate',
  'metadata',
  'names',
  'podAffinityTerm',
  'pool',
  'preference',
  'resources',
  'roleRef',
  'source',
  'spec',
  'status',
  'template',
  'updateStrategy',
  'V1PodSpec.securityContext',
]);

/** Whether the server tells an explicit zero (`false`, 0, empty text) of a field from nothing. */
export function zeroCounts(type: string, name: string): boolean {
  const key = `${type}.${name}`;
  return (POINTERS.has(name) && !PLAIN.has(key)) || POINTERS.has(key);
}

/** Whether an empty object in a field is the same as nothing. */
export function isValueStruct(type: string, name: string): boolean {
  return VALUE_STRUCTS.has(name) || VALUE_STRUCTS.has(`${type}.${name}`);
}
