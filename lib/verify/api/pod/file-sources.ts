import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nanosOf, type QuantityValue } from '../quantities';
import { type KeyToPath, validateFileMode, validateKeyToPaths } from './file-items';
import { validateDescendingPath, validateNoBacksteps } from './relative-path';
import type { VolumePlace } from './volume';

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** Files of a Secret or a ConfigMap. */
interface KeyedSource {
  readonly name?: string;
  readonly secretName?: string;
  readonly defaultMode?: number;
  readonly items?: readonly KeyToPath[];
}

/** A folder that lives as long as the pod. */
export function validateEmptyDir(
  { sizeLimit }: { readonly sizeLimit?: QuantityValue },
  path: FieldPath,
  errors: FieldErrors,
): void {
  const nanos = nanosOf(sizeLimit);
  if (nanos !== undefined && nanos < 0n) errors.forbidden(path.child('sizeLimit'), 'must not be negative');
}

/** A file or a folder of the node. */
export function validateHostPath(
  { path: file, type }: { readonly path?: string; readonly type?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!file) {
    errors.required(path.child('path'));
    return;
  }
  validateNoBacksteps(file, path.child('path'), errors);
  if (type !== undefined && !HOST_PATH_TYPES.includes(type)) {
    errors.notSupported(path.child('type'), type, HOST_PATH_TYPES);
  }
}

/** A clone of a git repository. */
export function validateGitRepo(
  { repository, directory }: { readonly repository?: string; readonly directory?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!repository) errors.required(path.child('repository'));
  if (directory) validateDescendingPath(directory, path.child('directory'), errors);
}

/** Files of a Secret. */
export function validateSecretVolume(source: KeyedSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.secretName) errors.required(path.child('secretName'));
  validateFiles(source, path, errors);
}

/** Files of a ConfigMap. */
export function validateConfigMapVolume(source: KeyedSource, path: FieldPath, errors: FieldErrors): void {
  if (!source.name) errors.required(path.child('name'));
  validateFiles(source, path, errors);
}

/** A claim of the pod's namespace. */
export function validateClaimVolume(
  { claimName }: { readonly claimName?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!claimName) errors.required(path.child('claimName'));
}

/** Files of an OCI image. A template may leave the image open, a pod may not. */
export function validateImageVolume(
  { reference, pullPolicy }: { readonly reference?: string; readonly pullPolicy?: string },
  path: FieldPath,
  errors: FieldErrors,
  { podName }: VolumePlace,
): void {
  if (!reference && podName !== undefined) errors.required(path.child('reference'));
  if (pullPolicy && !PULL_POLICIES.includes(pullPolicy)) {
    errors.notSupported(path.child('pullPolicy'), pullPolicy, PULL_POLICIES);
  }
}

function validateFiles({ defaultMode, items }: KeyedSource, path: FieldPath, errors: FieldErrors): void {
  if (defaultMode !== undefined) validateFileMode(defaultMode, path.child('defaultMode'), errors);
  if (items !== undefined) validateKeyToPaths(items, path.child('items'), errors);
}
