import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import { dataOf } from './stored/changed';

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
  readonly finalizers?: readonly string[];
}

const METADATA = FieldPath.of('metadata');

/** What names an object: a difference means that another one is meant. */
const IDENTITY = ['name', 'namespace', 'uid'] as const;
const RENAMED = 'another name, namespace or uid is another object: create that, and delete this one';

/**
 * What no update may change in the metadata of any object. What the server sets itself may be missing on either
 * side, and the namespace too, as a client fills it in.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export function verifyMetadataUpdate(before: Data, after: Data, errors: FieldErrors): void {
  const old: Metadata = dataOf(before.metadata);
  const now: Metadata = dataOf(after.metadata);
  if (old.deletionTimestamp) verifyFinalizers(old, now, errors);
  for (const name of IDENTITY) {
    if (old[name] && now[name] && old[name] !== now[name]) {
      errors.invalid(METADATA.child(name), now[name], `must stay ${old[name]}`, { fix: RENAMED });
    }
  }
  if (isOtherTime(old.creationTimestamp, now.creationTimestamp)) {
    errors.invalid(METADATA.child('creationTimestamp'), now.creationTimestamp, BY_SERVER, DROP_IT);
  }
  verifyDeletion(old, now, errors);
}

const BY_SERVER = 'is set by the server alone';
const DROP_IT = { fix: 'drop the field' };

function verifyFinalizers(old: Metadata, now: Metadata, errors: FieldErrors): void {
  const added = (now.finalizers ?? []).filter(finalizer => !old.finalizers?.includes(finalizer));
  if (added.length === 0) return;
  errors.forbidden(
    METADATA.child('finalizers'),
    `may not get ${added.join(', ')}, as the object is being deleted`,
    { fix: 'wait until it is gone, and create it again' },
  );
}

/** The server keeps the mark of an object that is being deleted, whatever the update says. */
function verifyDeletion(old: Metadata, now: Metadata, errors: FieldErrors): void {
  if (now.deletionTimestamp && !old.deletionTimestamp) {
    errors.invalid(METADATA.child('deletionTimestamp'), now.deletionTimestamp, BY_SERVER, {
      fix: 'drop the field; an object is deleted by a request of its own',
    });
  }
  const seconds = now.deletionGracePeriodSeconds;
  if (seconds !== undefined && seconds !== old.deletionGracePeriodSeconds) {
    errors.invalid(METADATA.child('deletionGracePeriodSeconds'), seconds, BY_SERVER, DROP_IT);
  }
}

function isOtherTime(old: string | undefined, now: string | undefined): boolean {
  if (!old || !now) return false;
  const [before, after] = [Date.parse(old), Date.parse(now)];
  return !Number.isNaN(before) && !Number.isNaN(after) && before !== after;
}
