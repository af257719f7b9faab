import { KINDS } from './api-schema';
import { ALL_VERSIONS, type ApiVersions, includesVersion, readVersions } from './api-versions';
import type { KubernetesVersion } from './kubernetes-version';
import { schemaKeys, schemaLine } from './schema-line';

/** A built-in kind, and the versions that serve it (some, above all alpha and beta ones, only where enabled). */
export interface ApiKind extends ApiVersions {
  /** Such as `apps/v1`, or `v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  /** Such as `apps`; empty for the core group. */
  readonly group: string;
  /** The resource as paths and RBAC rules write it, such as `deployments`. */
  readonly plural: string;
  /** Whether its objects live in a namespace; otherwise they are the cluster's. */
  readonly namespaced: boolean;
  /** The name of its type, for `fieldsOf`. */
  readonly type: string;
}

/** Kinds that were read before, by API version. There is one object a kind, so that it may be a key. */
const read = new Map<string, Map<string, ApiKind>>();

/**
 * A built-in kind that a version between the oldest and the newest known one serves; undefined for any other, such
 * as a custom resource. Subresources (`Scale`, `Eviction`) and lists are not kinds.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#standard-api-terminology
 */
export function apiKind(apiVersion: string, kind: string): ApiKind | undefined {
  const known = read.get(apiVersion)?.get(kind);
  if (known) return known;
  const found = readKind(apiVersion, kind);
  if (!found) return undefined;
  const ofVersion = read.get(apiVersion);
  if (ofVersion) ofVersion.set(kind, found);
  else read.set(apiVersion, new Map([[kind, found]]));
  return found;
}

function readKind(apiVersion: string, kind: string): ApiKind | undefined {
  const text = schemaLine(KINDS, `${apiVersion} ${kind}`);
  if (text === undefined) return undefined;
  const [, plural = '', scope, type = '', versions] = text.split(' ');
  return {
    apiVersion,
    kind,
    group: groupOf(apiVersion),
    plural,
    namespaced: scope === 'n',
    type,
    ...(versions ? readVersions(versions.slice(1)) : ALL_VERSIONS),
  };
}

/** A built-in kind that this version serves; undefined for any other. */
export function servedKind(
  apiVersion: string,
  kind: string,
  version: KubernetesVersion,
): ApiKind | undefined {
  const found = apiKind(apiVersion, kind);
  return found && includesVersion(found, version) ? found : undefined;
}

/** The API versions of a group that have a kind in any known version of Kubernetes, in the order of their names. */
export function apiVersionsOf(group: string, kind: string): ApiKind[] {
  return [...apiVersions()].flatMap(apiVersion => {
    const found = groupOf(apiVersion) === group ? apiKind(apiVersion, kind) : undefined;
    return found ? [found] : [];
  });
}

let groups: ReadonlySet<string> | undefined;

/** Whether a group is one of Kubernetes' own, so that no custom resource can be in it; the core group is empty. */
export function isBuiltInGroup(group: string): boolean {
  groups ??= new Set(Array.from(apiVersions(), groupOf));
  return groups.has(group);
}

function apiVersions(): ReadonlySet<string> {
  return new Set(schemaKeys(KINDS).map(key => key.slice(0, key.indexOf(' '))));
}

/** The group of an API version, such as `apps` of `apps/v1`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
