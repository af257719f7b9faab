import {
  isKubernetesVersion,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import { SynthesisError } from './synthesis-error';

/** Whether objects are verified: not at all, so that what is refused fails, or so that what is risky fails too. */
export type VerifyMode = 'off' | 'on' | 'strict';

const MODES: readonly VerifyMode[] = ['off', 'on', 'strict'];

/** Set to `1` it has every finding name the line of the source that created its object. */
export const TRACE_VARIABLE = 'DRYDOCK_TRACE';

/**
 * The variable `DRYDOCK_VERIFY`; undefined where it is not set.
 *
 * @throws SynthesisError when it is something else than `off`, `on` or `strict`.
 */
export function verifyMode(): VerifyMode | undefined {
  const value = variable('DRYDOCK_VERIFY');
  const mode = MODES.find(known => known === value);
  if (value !== undefined && mode === undefined) throw unknown('DRYDOCK_VERIFY', value, MODES);
  return mode;
}

/**
 * The variable `DRYDOCK_KUBERNETES_VERSION`; undefined where it is not set.
 *
 * @throws SynthesisError when Drydock does not know the version.
 */
export function kubernetesVersionVariable(): KubernetesVersion | undefined {
  const value = variable('DRYDOCK_KUBERNETES_VERSION');
  if (value === undefined || isKubernetesVersion(value)) return value;
  throw unknown('DRYDOCK_KUBERNETES_VERSION', value, KUBERNETES_VERSIONS);
}

/** Whether the variable `DRYDOCK_TRACE` asks for lines of the source. */
export function isTraced(): boolean {
  return variable(TRACE_VARIABLE) === '1';
}

/** Whether the keys of manifests are sorted, as cdk8s does unless `CDK8S_DISABLE_SORT` is set. */
export function areKeysSorted(): boolean {
  return variable('CDK8S_DISABLE_SORT') === undefined;
}

/** The file that `drydock synth` wants to read what the app came to in; undefined where nobody asks. */
export function reportFile(): string | undefined {
  return variable('DRYDOCK_REPORT');
}

/**
 * The folder that an output is for: the one that the app writes to, but for `drydock synth`, which has apps write
 * elsewhere first and says the folder in `DRYDOCK_OUTPUT`; undefined where the output is printed.
 */
export function outputFolder(outdir: string): string | undefined {
  const { CDK8S_OUTDIR, DRYDOCK_OUTPUT } = process.env;
  if (DRYDOCK_OUTPUT === undefined || outdir !== CDK8S_OUTDIR) return outdir;
  return DRYDOCK_OUTPUT || undefined;
}

/** The folder that the program was started in. */
export function workingFolder(): string {
  return process.cwd();
}

/** Says something on standard error. */
export function warn(text: string): void {
  process.stderr.write(text);
}

/** An empty variable is one that is not set. */
function variable(name: string): string | undefined {
  return process.env[name] || undefined;
}

function unknown(name: string, value: string, allowed: readonly string[]): SynthesisError {
  return new SynthesisError(
    `${name} is '${value}'; allowed: ${allowed.join(', ')}; fix: set it to one of these, or do not set it`,
  );
}
