import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsPathSegment } from '../metadata';

/** A reference to an object that an autoscaler works on, in its namespace. */
export interface ObjectReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
}

/**
 * Judges a reference to an object.
 *
 * @param core whether the object may be of the core group, whose API version names no group.
 */
export function validateObjectReference(
  { apiVersion = '', kind = '', name = '' }: ObjectReference,
  core: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateSegment(kind, path.child('kind'), errors);
  validateSegment(name, path.child('name'), errors);
  if (isBefore(errors.version, '1.34')) return;
  const [group = '', version, ...rest] = apiVersion.split('/');
  if (rest.length > 0) {
    errors.invalid(
      path.child('apiVersion'),
      apiVersion,
      'must be a group, a slash and a version, such as apps/v1',
    );
  } else if (!core && (version === undefined || group === '')) {
    errors.invalid(path.child('apiVersion'), apiVersion, 'must name the API group', {
      fix:
        kind === 'Deployment' || kind === 'StatefulSet' ? 'set it to apps/v1' : 'write it as group/version',
    });
  }
}

/** Judges a name that becomes a part of a path of the API. */
export function validateSegment(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') errors.required(path);
  else errors.invalidEach(path, name, nameIsPathSegment(name, false));
}
