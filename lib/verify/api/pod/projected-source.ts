import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type DownwardFile, validateDownwardFile } from './downward-api';
import { type KeyToPath, validateFileMode, validateKeyToPaths } from './file-items';
import { validateProjectedPath } from './relative-path';

const TOKEN_SECONDS_MIN = 600;
const TOKEN_SECONDS_MAX = 2 ** 32;

/** Files of a ConfigMap or a Secret. */
interface KeyedProjection {
  readonly name?: string;
  readonly items?: readonly KeyToPath[];
}

/** A token of the pod's service account. */
interface TokenProjection {
  readonly path?: string;
  readonly expirationSeconds?: number;
}

/** Where files of a projected volume come from: one of these. */
interface Projection {
  readonly secret?: KeyedProjection;
  readonly configMap?: KeyedProjection;
  readonly downwardAPI?: { readonly items?: readonly DownwardFile[] };
  readonly serviceAccountToken?: TokenProjection;
}

/** Files from several sources in one folder. */
export interface ProjectedSource {
  readonly defaultMode?: number;
  readonly sources?: readonly Projection[];
}

/**
 * Files from several sources in one folder. Trust bundles and pod certificates stand behind gates that no version
 * opens by default: the server drops them before it looks.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export function validateProjected(
  { defaultMode, sources }: ProjectedSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (defaultMode !== undefined) validateFileMode(defaultMode, path.child('defaultMode'), errors);
  if (sources === undefined) return;
  const files = new Set<string>();
  for (let i = 0; i < sources.length; i++) {
    validateProjection(sources[i] as Projection, i, path, files, errors);
  }
}

function validateProjection(
  source: Projection,
  index: number,
  path: FieldPath,
  files: Set<string>,
  errors: FieldErrors,
): void {
  const at = path.child('sources').index(index);
  const { secret, configMap, downwardAPI, serviceAccountToken } = source;
  let kinds = 0;
  if (secret !== undefined) {
    kinds++;
    validateKeyed(secret, at.child('secret'), path, files, errors);
  }
  if (configMap !== undefined) {
    kinds++;
    validateKeyed(configMap, at.child('configMap'), path, files, errors);
  }
  if (downwardAPI !== undefined) {
    kinds++;
    for (const item of downwardAPI.items ?? []) {
      validateDownwardFile(item, at.child('downwardAPI'), errors);
      claim(item.path, path, files, errors);
    }
  }
  if (serviceAccountToken !== undefined) {
    kinds++;
    validateToken(serviceAccountToken, at.child('serviceAccountToken'), path, errors);
  }
  if (kinds > 1)
    errors.forbidden(at, 'must have one kind of source', { fix: 'make each an entry of its own' });
}

function validateKeyed(
  { name, items }: KeyedProjection,
  at: FieldPath,
  path: FieldPath,
  files: Set<string>,
  errors: FieldErrors,
): void {
  if (!name) errors.required(at.child('name'));
  if (items === undefined) return;
  validateKeyToPaths(items, at.child('items'), errors);
  for (const item of items) claim(item.path, path, files, errors);
}

function validateToken(
  { path: file, expirationSeconds }: TokenProjection,
  at: FieldPath,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (
    expirationSeconds !== undefined &&
    (expirationSeconds < TOKEN_SECONDS_MIN || expirationSeconds > TOKEN_SECONDS_MAX)
  ) {
    errors.invalid(
      at.child('expirationSeconds'),
      expirationSeconds,
      `must be from ${TOKEN_SECONDS_MIN} (10 minutes) to ${TOKEN_SECONDS_MAX} seconds`,
    );
  }
  // the server writes the volume's path for that of the token
  if (!file) errors.required(path.child('path'), 'of the serviceAccountToken is required');
  else if (!isBefore(errors.version, '1.30')) validateProjectedPath(file, path.child('path'), errors);
}

/** Takes the name of a file, which no other item of the volume may have. */
function claim(file: string | undefined, path: FieldPath, files: Set<string>, errors: FieldErrors): void {
  if (!file) return;
  if (files.has(file)) errors.invalid(path, file, 'is the path of two items');
  files.add(file);
}
