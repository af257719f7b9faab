import type { ApiObject, Chart } from 'cdk8s';
import {
  DEFAULT_KUBERNETES_VERSION,
  isKubernetesVersion,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import { type Summary, type VerifyOptions, verify } from '../verify';
import { warn } from './environment';
import { findingText } from './finding-text';
import type { SynthesizedObject } from './rendering';
import type { SynthFinding } from './synth-finding';
import { SynthesisError } from './synthesis-error';
import { VerificationError } from './verification-error';

/** How the objects of an app are judged. */
export interface SynthVerifyOptions extends VerifyOptions {
  /** Whether what is `risky` fails too, and what cannot be judged in full is risky. @default false */
  readonly strict?: boolean;
  /**
   * The version of the API server, or several: the output has to be good for all of them.
   *
   * @default - the version that the app is made for
   */
  readonly kubernetesVersion?: VerifyOptions['kubernetesVersion'];
}

/** Objects to be judged, and what is to be said of them. */
export interface Judged {
  readonly objects: readonly SynthesizedObject[];
  /** Where a construct was created; undefined where that is not known. */
  sourceOf(construct: ApiObject): string | undefined;
  /** The chart whose findings count. @default - those of all charts */
  readonly chart?: Chart;
}

/**
 * Judges the objects of an app together. What is risky is said on standard error.
 *
 * @throws VerificationError when something is found that fails.
 */
export function judgeObjects({ objects, sourceOf, chart }: Judged, options: SynthVerifyOptions): Summary {
  const { findings, summary } = verify(
    objects.map(({ manifest }) => manifest),
    options,
  );
  const found = findings.flatMap((finding): SynthFinding[] => {
    const construct = objects[finding.object.index]?.construct;
    if (!construct || (chart && construct.chart !== chart)) return [];
    const source = sourceOf(construct);
    return [{ ...finding, construct: construct.node.path, ...(source !== undefined && { source }) }];
  });
  const fails = ({ level }: SynthFinding) => options.strict || level !== 'risky';
  for (const finding of found) if (!fails(finding)) warn(`${findingText(finding)}\n`);
  const failing = found.filter(fails);
  if (failing.length > 0) throw new VerificationError(failing, summary.objects);
  return summary;
}

/**
 * The version of Kubernetes that a value names; the default one where there is none.
 *
 * @throws SynthesisError when Drydock does not know it.
 */
export function knownVersion(version: unknown = DEFAULT_KUBERNETES_VERSION): KubernetesVersion {
  if (isKubernetesVersion(version)) return version;
  throw new SynthesisError(
    `${JSON.stringify(version)} is no version of Kubernetes that Drydock knows; allowed: ${KUBERNETES_VERSIONS.join(', ')}; fix: name one of these`,
  );
}
