import { posix } from 'node:path';
import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type NodeSelector, validateNodeSelector } from '../pod/node-selector';
import { nanosOf, type ResourceList, validatePositiveQuantity } from '../quantities';
import { validateAccessModes } from './access-modes';
import { validateVolumeMode } from './volume-mode';
import { validatePersistentSource } from './volume-sources';

interface VolumeSpec {
  readonly accessModes?: readonly string[];
  readonly capacity?: ResourceList;
  readonly persistentVolumeReclaimPolicy?: string;
  readonly nodeAffinity?: { readonly required?: NodeSelector };
  readonly storageClassName?: string;
  readonly volumeMode?: string;
  readonly volumeAttributesClassName?: string;
  readonly hostPath?: { readonly path?: string };
  readonly local?: Data;
  readonly csi?: Data;
}

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'] as const;

/** Judges the spec of a PersistentVolume. */
export function validatePersistentVolumeSpec(
  data: Data,
  volumeName: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const spec = data as VolumeSpec;
  validateAccessModes(spec.accessModes, path, errors);
  validateCapacity(spec.capacity ?? {}, path.child('capacity'), errors);
  validateReclaimPolicy(spec, path.child('persistentVolumeReclaimPolicy'), errors);
  if (spec.nodeAffinity !== undefined) {
    const required = path.child('nodeAffinity', 'required');
    if (spec.nodeAffinity.required === undefined) errors.required(required);
    else validateNodeSelector(spec.nodeAffinity.required, required, errors);
  }
  const source = validatePersistentSource(data, volumeName, path, errors);
  if (source === 'local' && spec.nodeAffinity === undefined) {
    errors.required(path.child('nodeAffinity'), 'is required for a local volume: it is on one node');
  }
  if (spec.storageClassName) {
    const complaints = dnsSubdomainComplaints(spec.storageClassName);
    errors.invalidEach(path.child('storageClassName'), spec.storageClassName, complaints);
  }
  validateVolumeMode(spec.volumeMode, path.child('volumeMode'), errors);
  validateAttributesClass(spec, path, errors);
}

/** Since 1.34; before, the server drops the field. */
function validateAttributesClass(
  { volumeAttributesClassName: name, csi }: Pick<VolumeSpec, 'volumeAttributesClassName' | 'csi'>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (name === undefined || isBefore(errors.version, '1.34')) return;
  const namePath = path.child('volumeAttributesClassName');
  if (name === '') errors.required(namePath, 'must not be empty');
  else errors.invalidEach(namePath, name, dnsSubdomainComplaints(name));
  if (csi === undefined) {
    errors.required(path.child('csi'), 'is required where volumeAttributesClassName is set');
  }
}

function validateCapacity(capacity: ResourceList, path: FieldPath, errors: FieldErrors): void {
  const resources = Object.keys(capacity);
  if (resources.length === 0) errors.required(path);
  if (!resources.includes('storage') || resources.length > 1) {
    errors.notSupported(path, resources, ['storage']);
  }
  for (const resource of resources) {
    const value = capacity[resource] ?? 0;
    const valuePath = path.key(resource);
    if ((nanosOf(value) ?? 0n) < 0n) errors.invalid(valuePath, value, 'must not be negative');
    validatePositiveQuantity(value, valuePath, errors);
  }
}

function validateReclaimPolicy(spec: VolumeSpec, path: FieldPath, errors: FieldErrors): void {
  const policy = spec.persistentVolumeReclaimPolicy || 'Retain';
  if (!(RECLAIM_POLICIES as readonly string[]).includes(policy)) {
    errors.notSupported(path, policy, RECLAIM_POLICIES);
  }
  const folder = spec.hostPath?.path;
  if (policy === 'Recycle' && folder && posix.normalize(folder) === '/') {
    errors.forbidden(path, "must not be Recycle for the hostPath '/'");
  }
}
