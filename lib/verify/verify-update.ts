import {
  DEFAULT_KUBERNETES_VERSION,
  isKubernetesVersion,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import type { Finding } from './finding';
import { mergeVersions, sortFindings } from './finding-order';
import { faultFinding } from './judge';
import { type Data, identityOf, isData, type ManifestIdentity } from './manifest';
import { withoutSecrets } from './redaction';
import type { VerifyOptions } from './verify';

/** How an update is judged. */
export type VerifyUpdateOptions = Pick<VerifyOptions, 'kubernetesVersion'>;

/** What was found. */
export interface UpdateVerification {
  /** What the update may not change, sorted by path; about the object that is to be stored. */
  readonly findings: readonly Finding[];
}

/**
 * Says what the API server of a version would say of an object that replaces a stored one, beside what it says of
 * the new object alone: fields that may not change, or not like that. Together with `verify([after])` it is the
 * server's verdict. What the server sets by itself may be missing in both, whether defaults, metadata or status.
 *
 * Two objects of different kinds, or of different names, are no update: that is the finding then. Nothing that YAML
 * and JSON can express makes it throw, and nothing is changed.
 *
 * @throws RangeError when the version is none of those that Drydock knows.
 */
export function verifyUpdate(
  before: unknown,
  after: unknown,
  options: VerifyUpdateOptions = {},
): UpdateVerification {
  const versions = [...new Set([options.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION].flat())];
  for (const version of versions) {
    if (!isKubernetesVersion(version)) throw new RangeError(`not a version that Drydock knows: ${version}`);
  }
  if (!isData(before) || !isData(after)) return { findings: [] };
  const object = identityOf(after, 0);
  const found = mergeVersions(
    versions.map(version => [version, updateFindings(before, after, object, version)]),
  );
  return { findings: sortFindings(withoutSecrets(withoutSecrets(found, before), after)) };
}

function updateFindings(
  before: Data,
  after: Data,
  object: ManifestIdentity,
  version: KubernetesVersion,
): readonly Finding[] {
  const other = otherKind(before, after);
  if (other) return [{ ...other, object }];
  try {
    const { updateErrors }: typeof import('./update/update-errors') = require('./update/update-errors');
    return updateErrors(before, after, version).map(error => ({
      fix: 'leave the field as it is',
      ...error,
      rule: 'update',
      level: 'rejected',
      object,
    }));
  } catch {
    return [faultFinding({ object, prefix: '' })];
  }
}

function otherKind(before: Data, after: Data): Omit<Finding, 'object'> | undefined {
  const path = before.kind !== after.kind ? 'kind' : 'apiVersion';
  if (path === 'apiVersion' && groupOf(before) === groupOf(after)) return undefined;
  return {
    rule: 'update',
    level: 'rejected',
    errorType: 'Decode',
    path,
    value: after[path],
    message: `is not that of the stored object, ${typeof before[path] === 'string' ? before[path] : 'which says none'}`,
    fix: 'compare an object with one of the same kind: this one is another, to be created',
  };
}

function groupOf({ apiVersion }: Data): unknown {
  if (typeof apiVersion !== 'string') return apiVersion;
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
