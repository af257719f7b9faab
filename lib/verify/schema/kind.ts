import { type ApiKind, apiKind, apiVersionsOf, isBuiltInGroup } from '../../kubernetes/api-kinds';
import { includesVersion } from '../../kubernetes/api-versions';
import { isBefore, KUBERNETES_VERSIONS, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { Data } from '../manifest';
import type { DecodeProblem } from './problem';
import { REMOVED_GROUPS, removedApi } from './removed-apis';
import { objectShape, type Shape } from './shape';

/** What a manifest says that it is, and what the server of a version says to that. */
export interface KindJudgement {
  /** The kind, where the server serves it. */
  readonly kind?: ApiKind;
  /** What an object of the kind must be, where the server serves it. */
  readonly shape?: Shape;
  /** Whether it may be a custom resource, of which nothing is known here. */
  readonly custom: boolean;
  readonly problems: readonly DecodeProblem[];
}

const GUIDE = 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/';
const PREVIEW = /\/v\d+(alpha|beta)\d+$/;

/** Beta versions that are served by default: those of 1.24 and later are not. */
const BETA_BY_DEFAULT: readonly string[] = [
  'flowcontrol.apiserver.k8s.io/v1beta2',
  'flowcontrol.apiserver.k8s.io/v1beta3',
];

const served = new Map<KubernetesVersion, Map<ApiKind, KindJudgement>>();

/** Finds the kind of a manifest among those that a version serves. */
export function judgeKind(manifest: Data, version: KubernetesVersion): KindJudgement {
  const { apiVersion, kind } = manifest;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '')
    return refused(...nameless('apiVersion', apiVersion), ...nameless('kind', kind));
  const found = apiKind(apiVersion, kind);
  const known = found && served.get(version)?.get(found);
  if (known) return known;
  if (!found || !includesVersion(found, version)) return unserved(apiVersion, kind, found, version);
  const preview = PREVIEW.test(apiVersion) && !BETA_BY_DEFAULT.includes(apiVersion);
  const judgement = {
    kind: found,
    shape: objectShape(found.type, version),
    custom: false,
    problems: preview ? [disabledApi(apiVersion)] : [],
  };
  served.set(version, (served.get(version) ?? new Map()).set(found, judgement));
  return judgement;
}

function unserved(
  apiVersion: string,
  kind: string,
  found: ApiKind | undefined,
  version: KubernetesVersion,
): KindJudgement {
  const parts = apiVersion.split('/');
  if (parts.length > 2)
    return refused(problem('unknown-kind', 'apiVersion', 'is not a group and a version', ''));
  const group = parts.length === 2 ? (parts[0] as string) : '';
  if (found) return refused(elsewhen(found, version));
  const removed = removedApi(apiVersion, kind);
  if (removed) return refused(removedProblem(kind, removed.removedIn, removed.instead));
  if (!isBuiltInGroup(group) && !REMOVED_GROUPS.includes(group)) return { custom: true, problems: [] };
  const instead = insteadOf(group, kind, version);
  const fix = instead
    ? `write ${instead}`
    : 'correct the kind or the API version; kinds have capitals and no plural';
  return refused(problem('unknown-kind', 'kind', `is no kind of ${apiVersion}`, fix));
}

/** A version of Kubernetes before or after this one serves the kind. */
function elsewhen(found: ApiKind, version: KubernetesVersion): DecodeProblem {
  const { apiVersion, kind, group, since, until } = found;
  const instead = insteadOf(group, kind, version);
  if (isBefore(version, since)) {
    const fix = instead ? `write ${instead}` : `wait for Kubernetes ${since}`;
    return problem(
      'later-api',
      'apiVersion',
      `${apiVersion} serves ${kind} from Kubernetes ${since} on`,
      fix,
    );
  }
  const after = KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.indexOf(until as KubernetesVersion) + 1];
  return removedProblem(kind, after ?? '', instead);
}

/** Another API version of a kind that this version serves, the most stable first. */
function insteadOf(group: string, kind: string, version: KubernetesVersion): string | undefined {
  const others = apiVersionsOf(group, kind).filter(other => includesVersion(other, version));
  const of = (stage: string) => others.filter(({ apiVersion }) => stageOf(apiVersion) === stage).at(-1);
  return (of('') ?? of('beta') ?? of('alpha'))?.apiVersion;
}

function stageOf(apiVersion: string): string {
  return PREVIEW.exec(apiVersion)?.[1] ?? '';
}

function removedProblem(kind: string, removedIn: string, instead: string | undefined): DecodeProblem {
  return {
    ...problem(
      'removed-api',
      'apiVersion',
      `no longer serves ${kind}: Kubernetes ${removedIn} removed it`,
      instead ? `write ${instead}` : 'drop the object: nothing took its place',
    ),
    see: GUIDE,
  };
}

function disabledApi(apiVersion: string): DecodeProblem {
  return {
    rule: 'disabled-api',
    level: 'risky',
    path: 'apiVersion',
    message: `${apiVersion} is served only where the API server was told to`,
    fix: `use a stable version of the kind, or start the server with --runtime-config=${apiVersion}=true`,
    see: 'https://kubernetes.io/docs/reference/using-api/#enabling-or-disabling',
  };
}

function nameless(field: string, value: unknown): DecodeProblem[] {
  if (typeof value === 'string' && value !== '') return [];
  const absent = value === undefined || value === null || value === '';
  const message = absent ? 'is missing' : 'must be a string';
  return [problem(absent ? 'missing-kind' : 'wrong-type', field, message, `say the ${field} of the object`)];
}

function refused(...problems: readonly DecodeProblem[]): KindJudgement {
  return { custom: false, problems };
}

function problem(rule: string, path: string, message: string, fix: string): DecodeProblem {
  return { rule, level: 'rejected', path, errorType: 'Decode', message, fix: fix || 'correct it' };
}
