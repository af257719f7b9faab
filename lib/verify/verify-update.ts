import {
  DEFAULT_KUBERNETES_VERSION,
  isKubernetesVersion,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import type { Finding } from './finding';
import { mergeVersions, sortFindings } from './finding-order';
import { groupBy } from './group-by';
import { asFinding, faultFinding } from './judge';
import { knownKind } from './known-kinds';
import { type Data, identityOf, isData, type ManifestIdentity } from './manifest';
import { withoutSecrets } from './redaction';
import type { VerifyOptions } from './verify';

/** How an update is judged. */
export type VerifyUpdateOptions = Pick<VerifyOptions, 'definitions' | 'kubernetesVersion'>;

/** What was found. */
export interface UpdateVerification {
  /** What the update may not change, sorted by path; about the object that is to be stored. */
  readonly findings: readonly Finding[];
  /**
   * What `verify` says of the new object that does not hold for this update: the server asks it of new objects
   * alone, puts back what it has stored, or lets be what was wrong before. For `withoutExcused`.
   */
  readonly excused: readonly Finding[];
}

/**
 * Says what the API server of a version would say of an object that replaces a stored one, beside what it says of
 * the new object alone: fields that may not change, or not like that. Together with `verify([after])`, without what
 * is excused, it is the server's verdict. What the server sets by itself may be missing in both, whether defaults,
 * metadata or status.
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
  if (!isData(before) || !isData(after)) return NOTHING;
  const object = identityOf(after, 0);
  const update: AskedUpdate = { before, after, object, definitions: options.definitions ?? [] };
  const judged = versions.map(version => [version, judgeUpdate(update, version)] as const);
  const merged = (part: 'excused' | 'findings') => {
    if (judged.every(([, judgement]) => judgement[part].length === 0)) return NO_FINDINGS;
    const found = mergeVersions(judged.map(([version, judgement]) => [version, judgement[part]]));
    return sortFindings(withoutSecrets(withoutSecrets(found, before), after));
  };
  return { findings: merged('findings'), excused: merged('excused') };
}

/**
 * Findings of `verify` without those that an update excuses. Both must be about the same manifests; what is excused
 * in some versions only stays for the others.
 */
export function withoutExcused(
  findings: readonly Finding[],
  excused: readonly Finding[],
): readonly Finding[] {
  if (excused.length === 0) return findings;
  const known = groupBy(excused, identityOfFinding);
  return findings.flatMap(finding => {
    const excuses = known.get(identityOfFinding(finding));
    if (!excuses) return [finding];
    const excusedIn = new Set(excuses.flatMap(({ versions = [] }) => versions));
    const versions = (finding.versions ?? []).filter(version => !excusedIn.has(version));
    return versions.length === 0 ? [] : [{ ...finding, versions }];
  });
}

function identityOfFinding({ object, rule, errorType, path, message }: Finding): string {
  return [object.index, rule, errorType, path, message].join('\n');
}

const NO_FINDINGS: readonly Finding[] = [];
const NOTHING: UpdateVerification = { findings: NO_FINDINGS, excused: NO_FINDINGS };

/** An update, and what is known of custom resources. */
interface AskedUpdate {
  readonly before: Data;
  readonly after: Data;
  readonly object: ManifestIdentity;
  readonly definitions: readonly unknown[];
}

function judgeUpdate(
  { before, after, object, definitions }: AskedUpdate,
  version: KubernetesVersion,
): UpdateVerification {
  const other = otherKind(before, after);
  if (other) return { findings: [{ ...other, object }], excused: [] };
  try {
    const rules: typeof import('./update/update-errors') = require('./update/update-errors');
    const custom = definitions.length > 0 ? knownKind(after, definitions, version) : undefined;
    return {
      findings: rules.updateErrors(before, after, custom, version).map(error => ({
        fix: 'leave the field as it is',
        ...error,
        rule: 'update',
        level: 'rejected',
        object,
      })),
      excused: rules
        .excusedErrors(before, after, custom, version)
        .map(error => ({ ...asFinding(error), object })),
    };
  } catch {
    return { findings: [faultFinding({ object, prefix: '' })], excused: [] };
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
