import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ContainerGates } from './container-gates';
import { goesUp, validateDescendingPath } from './relative-path';
import type { Volume } from './volume';

/** Where a container finds a volume's files. */
export interface VolumeMount {
  readonly name?: string;
  readonly mountPath?: string;
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly mountPropagation?: string;
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: string;
}

/** Where a container finds a volume as a block device. */
export interface VolumeDevice {
  readonly name?: string;
  readonly devicePath?: string;
}

/** The volumes of one container. */
export interface Mounts {
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumeDevices?: readonly VolumeDevice[];
}

/** A container, as far as its mounts go. */
export interface MountingContainer extends Mounts {
  readonly securityContext?: { readonly privileged?: boolean };
}

/** The volumes of a pod. */
export interface PodVolumes {
  /** Those that are in order, by their names; the server sees no others where containers mount them. */
  readonly usable: ReadonlyMap<string, Volume>;
  /** All that the pod's spec names. */
  readonly all: readonly Volume[];
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];
const NO_MOUNTS: readonly VolumeMount[] = [];
const NO_DEVICES: readonly VolumeDevice[] = [];

/**
 * Judges the volumes that a container uses, as files and as block devices.
 *
 * @param path the container's.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export function validateMounts(
  container: MountingContainer,
  volumes: PodVolumes,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { volumeMounts = NO_MOUNTS, volumeDevices = NO_DEVICES } = container;
  if (volumeMounts.length > 0) validateVolumeMounts(container, volumes, gates, path, errors);
  if (volumeDevices.length > 0) validateVolumeDevices(volumeDevices, volumeMounts, volumes, path, errors);
}

function validateVolumeMounts(
  { volumeMounts: mounts = NO_MOUNTS, volumeDevices = NO_DEVICES, securityContext }: MountingContainer,
  volumes: PodVolumes,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const list = path.child('volumeMounts');
  const privileged = securityContext?.privileged === true;
  const mountPaths = mounts.length > 1 ? new Set<string>() : undefined;
  for (let index = 0; index < mounts.length; index++) {
    const mount = mounts[index];
    const { name = '', mountPath = '' } = mount;
    if (!gates.imageVolumes && isOfImage(name, volumes)) continue;
    if (name === '') errors.required(list.index(index).child('name'));
    if (!volumes.usable.has(name))
      errors.notFound(list.index(index).child('name'), name, 'must be the name of a volume of the pod');
    if (mountPath === '') errors.required(list.index(index).child('mountPath'));
    if (mountPaths?.has(mountPath)) {
      errors.invalid(list.index(index).child('mountPath'), mountPath, 'must be unique in the container');
    }
    mountPaths?.add(mountPath);
    if (volumeDevices.length > 0) validateBesideDevices(mount, volumeDevices, list.index(index), errors);
    validateSubPaths(mount, list, index, errors);
    if (mount.mountPropagation !== undefined) validatePropagation(mount, privileged, list, errors);
    if (gates.recursiveReadOnly) validateRecursiveReadOnly(mount, list, errors);
  }
}

function validateBesideDevices(
  { name = '', mountPath = '' }: VolumeMount,
  devices: readonly VolumeDevice[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (devices.some(device => (device.name ?? '') === name)) {
    errors.invalid(path.child('name'), name, 'must not stand in volumeDevices too');
  }
  const devicePaths = new Map(devices.map(device => [device.name ?? '', device.devicePath ?? ''])).values();
  if ([...devicePaths].includes(mountPath)) {
    errors.invalid(path.child('mountPath'), mountPath, 'must not be the path of a device too');
  }
}

/** Before the server knows such volumes it drops their mounts too. */
function isOfImage(name: string, { all }: PodVolumes): boolean {
  for (let at = 0; at < all.length; at++)
    if (all[at].image !== undefined && all[at].name === name) return true;
  return false;
}

function validateSubPaths(
  { subPath = '', subPathExpr = '' }: VolumeMount,
  list: FieldPath,
  index: number,
  errors: FieldErrors,
): void {
  if (subPath !== '') validateDescendingPath(subPath, list.child('subPath'), errors);
  if (subPathExpr === '') return;
  if (subPath !== '') {
    errors.invalid(list.index(index).child('subPathExpr'), subPathExpr, 'must not be set beside subPath');
  }
  validateDescendingPath(subPathExpr, list.child('subPathExpr'), errors);
}

function validatePropagation(
  { mountPropagation = '' }: VolumeMount,
  privileged: boolean,
  list: FieldPath,
  errors: FieldErrors,
): void {
  const path = list.child('mountPropagation');
  if (!PROPAGATIONS.includes(mountPropagation)) errors.notSupported(path, mountPropagation, PROPAGATIONS);
  if (mountPropagation === 'Bidirectional' && !privileged) {
    errors.forbidden(path, 'must not be Bidirectional unless the container is privileged');
  }
}

function validateRecursiveReadOnly(
  { recursiveReadOnly, readOnly, mountPropagation }: VolumeMount,
  list: FieldPath,
  errors: FieldErrors,
): void {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  const path = list.child('recursiveReadOnly');
  if (!RECURSIVE_READ_ONLY.includes(recursiveReadOnly)) {
    errors.notSupported(path, recursiveReadOnly, RECURSIVE_READ_ONLY);
    return;
  }
  if (!readOnly) errors.forbidden(path, 'must not be set unless readOnly is true');
  if (mountPropagation !== undefined && mountPropagation !== 'None') {
    errors.forbidden(path, 'must not be set unless mountPropagation is None');
  }
}

function validateVolumeDevices(
  devices: readonly VolumeDevice[],
  mounts: readonly VolumeMount[],
  volumes: PodVolumes,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const mountsByName = new Map(mounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
  const mountPaths = new Set(mountsByName.values());
  const names = new Set<string>();
  const paths = new Set<string>();
  for (let index = 0; index < devices.length; index++) {
    const { name = '', devicePath = '' } = devices[index];
    const at = path.child('volumeDevices').index(index);
    const invalidName = (message: string) => errors.invalid(at.child('name'), name, message);
    const invalidPath = (message: string) => errors.invalid(at.child('devicePath'), devicePath, message);
    const volume = volumes.usable.get(name);
    if (name === '') errors.required(at.child('name'));
    if (names.has(name)) invalidName('must be unique in the container');
    if (!volume) errors.notFound(at.child('name'), name, 'must be the name of a volume of the pod');
    else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
      invalidName('must be a volume of the source persistentVolumeClaim or ephemeral');
    }
    if (devicePath === '') errors.required(at.child('devicePath'));
    if (paths.has(devicePath)) invalidPath('must be unique in the container');
    if (goesUp(devicePath)) invalidPath("must not contain '..'");
    else paths.add(devicePath);
    if (mountsByName.has(name)) invalidName('must not stand in volumeMounts too');
    if (mountPaths.has(devicePath)) invalidPath('must not be the path of a mount too');
    if (name !== '') names.add(name);
  }
}
