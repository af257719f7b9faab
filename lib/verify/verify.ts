import {
  DEFAULT_KUBERNETES_VERSION,
  isKubernetesVersion,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import type { Finding } from './finding';
import { mergeVersions, sortFindings } from './finding-order';
import { groupBy } from './group-by';
import { judge, type Server } from './judge';
import { type DecodedSubject, judgeTogether, type KnownOfCluster } from './judge-together';
import { kindsAmong } from './known-kinds';
import { type Data, isData } from './manifest';
import { withoutSecrets } from './redaction';
import { type Subject, subjectsIn } from './subject';
import { countByLevel, type NotVerified, type Summary } from './summary';
import { applyWaivers, type WaivedFinding, type Waiver } from './waivers';

/** How manifests are judged. */
export interface VerifyOptions extends KnownOfCluster {
  /**
   * The version of the API server, or several: a finding says which of them it is of.
   *
   * @default DEFAULT_KUBERNETES_VERSION
   */
  readonly kubernetesVersion?: KubernetesVersion | readonly KubernetesVersion[];
  /** Whether what cannot be judged in full, such as a custom resource without its definition, is `risky`. @default false */
  readonly strict?: boolean;
  /**
   * CustomResourceDefinitions by which custom resources are judged, beside those among the manifests.
   *
   * @default - those among the manifests alone
   */
  readonly definitions?: readonly unknown[];
  /** Findings that are known and accepted. What is `rejected` cannot be. @default none */
  readonly ignore?: readonly Waiver[];
}

/** What was found. */
export interface Verification {
  /** Sorted by manifest, then by path. */
  readonly findings: readonly Finding[];
  /** Findings that `ignore` accepts. */
  readonly waived: readonly WaivedFinding<Finding>[];
  /** Waivers of `ignore` that nothing fits: they can go. */
  readonly unusedWaivers: readonly Waiver[];
  /** Waivers of `ignore` that only findings of level `rejected` fit. */
  readonly powerlessWaivers: readonly Waiver[];
  readonly summary: Summary;
}

/** What one version says. */
interface VersionFindings {
  readonly findings: readonly Finding[];
  readonly notVerified: readonly NotVerified[];
}

/**
 * Says what the API server of a version would say of manifests, all of it: what it refuses while it decodes does
 * not hide what its validation refuses. Whatever YAML and JSON can express is answered with findings, never with an
 * exception; the manifests are not changed.
 *
 * @throws RangeError when the version is none of those that Drydock knows.
 */
export function verify(manifests: readonly unknown[], options: VerifyOptions = {}): Verification {
  const versions = versionsOf(options);
  const { subjects, problems } = subjectsIn(manifests);
  const unread = problems.map(({ object, problem }): Finding => ({ ...problem, object }));
  const judged = versions.map(version => judgeAll(subjects, serverOf(version, subjects, options), options));
  const found = mergeVersions(
    versions.map((version, at) => [version, [...unread, ...(judged[at]?.findings ?? [])]]),
  );
  const sorted = sortFindings(redacted(found, manifests));
  const { findings, waived, unused, powerless } = applyWaivers(sorted, options.ignore ?? []);
  return {
    findings,
    waived,
    unusedWaivers: unused,
    powerlessWaivers: powerless,
    summary: {
      versions,
      objects: subjects.length,
      findings: countByLevel(findings),
      notVerified: distinct(judged.flatMap(({ notVerified }) => notVerified)),
    },
  };
}

/** The server of a version, with the definitions that the input brings. */
function serverOf(
  version: KubernetesVersion,
  subjects: readonly Subject[],
  { strict = false, definitions = [] }: VerifyOptions,
): Server {
  const given = subjectsIn(definitions).subjects;
  return { version, strict, kinds: kindsAmong([...given, ...subjects], version) };
}

function judgeAll(subjects: readonly Subject[], server: Server, options: VerifyOptions): VersionFindings {
  const findings: Finding[] = [];
  const notVerified: NotVerified[] = [];
  const decoded: DecodedSubject[] = [];
  for (const subject of subjects) {
    const judgement = judge(subject, server);
    for (const finding of judgement.findings) findings.push(finding);
    if (judgement.decoded) {
      const { object, prefix } = subject;
      decoded.push({ data: judgement.decoded, object, prefix, findings: judgement.findings });
    }
    if (judgement.notVerified) notVerified.push({ object: subject.object, reason: judgement.notVerified });
  }
  for (const finding of judgeTogether(decoded, server.version, options)) findings.push(finding);
  return { findings, notVerified };
}

function redacted(findings: readonly Finding[], manifests: readonly unknown[]): Finding[] {
  const byManifest = groupBy(findings, ({ object }) => object.index);
  return [...byManifest].flatMap(([index, own]) => {
    const manifest = manifests[index];
    return isData(manifest) ? withoutSecrets(own, manifest as Data) : own;
  });
}

function versionsOf({ kubernetesVersion = DEFAULT_KUBERNETES_VERSION }: VerifyOptions): KubernetesVersion[] {
  const versions = [...new Set([kubernetesVersion].flat())];
  for (const version of versions) {
    if (!isKubernetesVersion(version)) throw new RangeError(`not a version that Drydock knows: ${version}`);
  }
  return versions;
}

function distinct(all: readonly NotVerified[]): NotVerified[] {
  return [...new Map(all.map(one => [one.object, one])).values()];
}
