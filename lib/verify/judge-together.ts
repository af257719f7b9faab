import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { prefixedPath } from './field-path';
import type { Finding } from './finding';
import { faultFinding } from './judge';
import type { JudgedManifest } from './judged-manifest';
import { isData } from './manifest';
import { kindKey } from './relations/kind-key';
import { ruleGroupOf } from './rule-kinds';
import { showsState } from './state/state-kinds';

/** What is known of the cluster that the manifests go to. */
export interface KnownOfCluster {
  /**
   * Objects that live elsewhere, so that nothing is said of their absence: manifests, or as much of them as is
   * known. Without a name all of a kind are meant, without a namespace those of every namespace. Pods and workloads
   * among them are matched by selectors.
   *
   * @default none
   */
  readonly external?: readonly unknown[];
  /**
   * Whether the manifests and `external` are everything that there is: what is absent then is `broken`, and no
   * longer `risky`.
   *
   * @default false
   */
  readonly closed?: boolean;
  /** Keys of labels that something in the cluster sets on pods, such as a mesh. @default none */
  readonly agentLabels?: readonly string[];
}

/** A manifest as the server keeps it, with what is known to be wrong with it. */
export interface DecodedSubject extends JudgedManifest {
  /** What its paths begin with in a list. */
  readonly prefix: string;
  readonly findings: readonly Finding[];
}

/** What the manifests of the input make of each other: what they show of the cluster, and what the rules find. */
export function judgeTogether(
  decoded: readonly DecodedSubject[],
  version: KubernetesVersion,
  known: KnownOfCluster,
): Finding[] {
  const [first] = decoded;
  if (!first) return [];
  const asked = (ask: () => readonly Finding[]) => {
    try {
      return ask();
    } catch {
      return [faultFinding({ object: first.object, prefix: '' })];
    }
  };
  const found = [
    ...asked(() => stateFindings(decoded, version, known)),
    ...asked(() => ruleFindings(decoded, version, known)),
  ];
  return found.length === 0 ? found : prefixed(found, decoded);
}

function stateFindings(
  manifests: readonly JudgedManifest[],
  version: KubernetesVersion,
  { external = [] }: KnownOfCluster,
): readonly Finding[] {
  if (!manifests.some(({ object }) => showsState(object))) return [];
  const state: typeof import('./state/state') = require('./state/state');
  return state.stateFindings(manifests, version, external.filter(isData));
}

function ruleFindings(
  decoded: readonly DecodedSubject[],
  version: KubernetesVersion,
  { external = [], closed = false, agentLabels = [] }: KnownOfCluster,
): readonly Finding[] {
  if (decoded.length === 1 && !decoded.some(isJudgedByItself)) return [];
  const rules: typeof import('./apply-rules') = require('./apply-rules');
  return rules.applyRules(decoded, refusedPaths(decoded), {
    version,
    external: external.filter(isData),
    closed,
    agentLabels,
  });
}

/** Whether there are rules for the kind of a manifest, and not only for how it stands to others. */
function isJudgedByItself({ object }: JudgedManifest): boolean {
  return ruleGroupOf(kindKey(object)) !== undefined;
}

/** The paths that the server refuses, by manifest. */
function refusedPaths(
  decoded: readonly DecodedSubject[],
): Map<JudgedManifest['object'], ReadonlySet<string>> {
  const refused = new Map<JudgedManifest['object'], ReadonlySet<string>>();
  for (const { object, prefix, findings } of decoded) {
    if (findings.length === 0) continue;
    const paths = findings.filter(({ level }) => level !== 'risky').map(({ path }) => path);
    refused.set(object, new Set(paths.map(path => path.slice(prefix.length))));
  }
  return refused;
}

function prefixed(findings: readonly Finding[], decoded: readonly DecodedSubject[]): Finding[] {
  const prefixes = new Map(decoded.map(({ object, prefix }) => [object, prefix]));
  return findings.map(finding => ({
    ...finding,
    path: prefixedPath(finding.path, prefixes.get(finding.object) ?? ''),
  }));
}
