import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { type Data, isData } from '../manifest';
import { report } from './immutable';
import { dataOf } from './stored/changed';
import type { Update } from './update-rule';

const SPEC = FieldPath.of('spec');
const STORED_VERSIONS = FieldPath.of('status', 'storedVersions');
const SEE =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/';
const RENAMED = {
  fix: 'create another definition and move the objects to it: deleting this one deletes all of its objects',
  see: SEE,
};

/**
 * What an update of a CustomResourceDefinition may not change: what its objects are stored as. A definition without
 * status counts as established, which it is a moment after it was created.
 */
export function updateCustomResourceDefinition({ before, after }: Update, errors: FieldErrors): void {
  const [old, now] = [dataOf(before.spec), dataOf(after.spec)];
  const [names, newNames] = [dataOf(old.names), dataOf(now.names)];
  const forbid = (path: FieldPath, was: unknown, is: unknown) => {
    if ((was || '') !== (is || '')) report(errors, RENAMED, path, is);
  };
  if (isEstablished(before)) {
    forbid(SPEC.child('scope'), old.scope, now.scope);
    forbid(SPEC.child('names', 'kind'), names.kind, newNames.kind);
  }
  forbid(SPEC.child('group'), old.group, now.group);
  forbid(SPEC.child('names', 'plural'), names.plural, newNames.plural);
  verifyStoredVersions(storedVersionsOf(before), versionNames(old), versionNames(now), errors);
}

/** A version in which objects may be stored must stay, even if it is served no longer. */
function verifyStoredVersions(
  stored: readonly unknown[],
  before: readonly unknown[],
  after: readonly unknown[],
  errors: FieldErrors,
): void {
  for (const [index, name] of stored.entries()) {
    if (!before.includes(name) || after.includes(name)) continue;
    errors.invalid(
      STORED_VERSIONS.index(index),
      name,
      'must stay in spec.versions: objects may be stored in it',
      {
        fix: 'keep the version with served: false, migrate the stored objects, and take it out of status.storedVersions',
        see: `${SEE.replace(/definitions\/$/, 'definition-versioning/')}#upgrade-existing-objects-to-a-new-stored-version`,
      },
    );
  }
}

function isEstablished({ status }: Data): boolean {
  const { conditions } = dataOf(status);
  if (!Array.isArray(conditions)) return true;
  return conditions.some(one => isData(one) && one.type === 'Established' && one.status === 'True');
}

/** Without status: the storage version, which is stored from the start. */
function storedVersionsOf({ spec, status }: Data): readonly unknown[] {
  const { storedVersions } = dataOf(status);
  if (Array.isArray(storedVersions) && storedVersions.length > 0) return storedVersions;
  return versionsOf(dataOf(spec))
    .filter(version => version.storage === true)
    .map(version => version.name);
}

function versionNames(spec: Data): readonly unknown[] {
  return versionsOf(spec).map(({ name }) => name);
}

function versionsOf({ versions }: Data): readonly Data[] {
  return Array.isArray(versions) ? versions.filter(isData) : [];
}
