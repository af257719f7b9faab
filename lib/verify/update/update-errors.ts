import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { CustomKind } from '../api/custom-resources/definition-index';
import { type FieldError, FieldErrors } from '../api/field-errors';
import type { Data } from '../manifest';
import { decode } from '../schema/decode';
import { verifyMetadataUpdate } from './metadata';
import { UPDATE_RULES } from './registry';

export { excusedErrors } from './excused-errors';

/**
 * What the server of a version says of an update, beside what it says of the new object alone. The stored object is
 * read as one of the version of the new one: the server converts it.
 *
 * @param custom the kind of a custom resource whose definition is known.
 */
export function updateErrors(
  before: Data,
  after: Data,
  custom: CustomKind | undefined,
  version: KubernetesVersion,
): readonly FieldError[] {
  const old = decode({ ...before, apiVersion: after.apiVersion }, version).decoded;
  const { kind, decoded: now } = decode(after, version);
  if (!old || !now) return [];
  const errors = new FieldErrors(version);
  verifyMetadataUpdate(old, now, errors);
  const rule = kind && UPDATE_RULES.get(`${kind.group}/${kind.kind}`);
  if (rule) rule({ before: old, after: now, type: kind.type }, errors);
  if (!kind && custom) judgeCustom({ ...old, apiVersion: before.apiVersion }, now, custom, errors);
  return errors.all;
}

/** What it takes is loaded with the first custom resource. */
function judgeCustom(before: Data, after: Data, kind: CustomKind, errors: FieldErrors): void {
  const custom: typeof import('./custom-resource') = require('./custom-resource');
  custom.updateCustomResource(before, after, kind, errors);
}
