import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';

/** An object that another one belongs to. */
export interface OwnerReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/**
 * Judges an object's owners. The server writes their paths without an index, and passes over a reference that stands
 * twice.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/
 */
export function validateOwnerReferences(
  references: readonly OwnerReference[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const seen: OwnerReference[] = [];
  let controller = '';
  for (const reference of references) {
    if (seen.some(other => isSame(other, reference))) continue;
    seen.push(reference);
    const { apiVersion = '', kind = '', name = '', uid = '' } = reference;
    if (versionOf(apiVersion) === '') {
      errors.invalid(
        path.child('apiVersion'),
        apiVersion,
        "must be a version, or a group, '/' and a version",
      );
    }
    if (kind === '') errors.invalid(path.child('kind'), kind, 'must not be empty');
    if (name === '') errors.invalid(path.child('name'), name, 'must not be empty');
    if (uid === '') errors.invalid(path.child('uid'), uid, 'must not be empty');
    if (apiVersion === 'v1' && kind === 'Event') errors.invalid(path, kind, 'must not hold an Event');
    if (reference.controller !== true) continue;
    if (controller !== '') {
      errors.invalid(path, name, `must hold one controller, and holds ${controller} and ${kind}/${name}`);
    } else controller = `${kind}/${name}`;
  }
}

function isSame(a: OwnerReference, b: OwnerReference): boolean {
  return (
    a.apiVersion === b.apiVersion &&
    a.kind === b.kind &&
    a.name === b.name &&
    a.uid === b.uid &&
    a.controller === b.controller &&
    a.blockOwnerDeletion === b.blockOwnerDeletion
  );
}

function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  return parts.length > 2 ? '' : (parts.at(-1) as string);
}
