import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  isKubernetesVersion,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../../kubernetes/kubernetes-version';
import {
  allFindings,
  locatedFindings,
  type ManifestDocument,
  readDocuments,
  readInput,
  STANDARD_INPUT,
} from '../../manifest-files';
import { isAnythingLeftBehind } from '../../synth/write-output/left-behind';
import { type Finding, verify, withoutExcused } from '../../verify';
import { applyWaivers } from '../../verify/waivers';
import { Baseline } from '../baseline';
import { changeSince } from '../before/change';
import type { Config } from '../config';
import { readConfig } from '../config-file';
import { Progress } from '../progress';
import { exitCodeOf, type Report } from '../report';
import { REPORTERS, type ReportFormat } from '../reporters/reporters';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** The options of `drydock verify`. */
export interface VerifyCommandOptions {
  /**
   * The versions of the API server, such as `1.31`.
   *
   * @default the one that Drydock makes manifests for
   */
  readonly kubernetesVersion?: readonly KubernetesVersion[];
  /** How the report is written. */
  readonly format: ReportFormat;
  /** Whether findings of level `risky` fail. @default false */
  readonly strict?: boolean;
  /** Files or folders with the definitions of custom resources. @default those among the manifests alone */
  readonly crds?: readonly string[];
  /** Files or folders with what lives elsewhere, beside `external` of the configuration. @default none */
  readonly external?: readonly string[];
  /** Whether the manifests and what is external are everything that there is. @default as the configuration says */
  readonly closed?: boolean;
  /** The file of the baseline: findings in it are accepted. @default none */
  readonly baseline?: string;
  /** Where to write a baseline of what stands now, which is accepted then. @default it is not written */
  readonly writeBaseline?: string;
  /** The former state: a folder, or a commit of git. @default none; updates are not judged */
  readonly before?: string;
  /** The configuration file. @default the nearest drydock.yaml in the working folder or above it */
  readonly config?: string;
}

/**
 * Judges manifests, and says what it found. What cannot be read is said, and the rest is judged all the same.
 *
 * @returns the exit code: 0, 1 where findings fail, 2 where something could not be read.
 * @throws UsageError when there is nothing to judge, or the configuration is not what it should be.
 */
export function verifyCommand(
  paths: readonly string[],
  options: VerifyCommandOptions,
  terminal: Terminal,
  version: string,
): number {
  const config = readConfig(terminal.cwd, options.config);
  const report = judge(paths, options, config, terminal);
  for (const { file, problem, fix } of report.unreadable) {
    terminal.err(`drydock: ${file}: ${problem}; fix: ${fix}\n`);
  }
  if (report.objects === 0 && report.findings.length === 0 && report.unreadable.length === 0) {
    throw new UsageError(`${paths.join(', ')}: holds no manifest`, 'name files or folders with manifests');
  }
  const { findings, waived, unused, powerless } = applyWaivers(report.findings, config.ignore);
  const baseline = baselineOf(findings, options, terminal);
  const full: Report = {
    ...report,
    ...(baseline?.apply(findings) ?? { findings, known: [], gone: 0 }),
    version,
    hasBaseline: baseline !== undefined,
    waived,
    unusedWaivers: unused,
    powerlessWaivers: powerless,
  };
  for (const part of REPORTERS[options.format]()(full)) terminal.out(part);
  return exitCodeOf(full);
}

/** The versions of an argument such as `1.28,1.31`; a `v` before them and a patch version behind are let be. */
export function versionsIn(text: string): KubernetesVersion[] {
  return text.split(',').map(part => {
    const version = /^v?(\d+\.\d+)(\.\d+)?$/.exec(part.trim())?.[1];
    if (isKubernetesVersion(version)) return version;
    throw new UsageError(
      `'${part}' is no version of Kubernetes that is known`,
      `name one from ${KUBERNETES_VERSIONS[0]} to ${KUBERNETES_VERSIONS.at(-1)}`,
    );
  });
}

/** The baseline that is written now, or was once; undefined where there is none. */
function baselineOf(
  findings: readonly Finding[],
  { baseline, writeBaseline }: VerifyCommandOptions,
  { cwd }: Terminal,
): Baseline | undefined {
  if (writeBaseline === undefined) return baseline === undefined ? undefined : Baseline.read(cwd, baseline);
  const written = Baseline.of(findings);
  written.write(cwd, writeBaseline);
  return written;
}

/** What is known before waivers and the baseline have had their say. */
type Judged = Pick<Report, 'versions' | 'objects' | 'findings' | 'notVerified' | 'unreadable' | 'strict'>;

function judge(
  paths: readonly string[],
  options: VerifyCommandOptions,
  config: Config,
  terminal: Terminal,
): Judged {
  const {
    before,
    crds = [],
    external = [],
    closed = config.closed,
    kubernetesVersion,
    strict = false,
  } = options;
  const { cwd } = terminal;
  const progress = new Progress(terminal);
  let count = 0;
  recoverOutputs(paths, cwd);
  const input = readInput(paths, cwd, () => progress.show(() => `reading file ${++count}`));
  const documents = readDocuments(input.files);
  const crdInput = readInput(crds, cwd);
  const definitions = readDocuments(crdInput.files);
  const externalInput = readInput(external, cwd);
  const elsewhere = readDocuments(externalInput.files);
  progress.show(() => `judging documents: ${documents.length}`);
  const { findings, summary } = verify(valuesOf(documents), {
    kubernetesVersion,
    strict,
    definitions: valuesOf(definitions),
    external: [...config.external, ...valuesOf(elsewhere)],
    closed,
    agentLabels: config.agentLabels,
  });
  const change =
    before === undefined
      ? undefined
      : changeSince(before, paths, documents, valuesOf(definitions), cwd, summary.versions);
  progress.end();
  return {
    versions: summary.versions,
    objects: summary.objects,
    findings: [
      ...[...definitions, ...elsewhere].flatMap(document => document.findings()),
      ...allFindings(documents, [
        ...withoutExcused(findings, change?.excused ?? []),
        ...(change?.updates ?? []),
      ]),
      ...locatedFindings(change?.documents ?? [], change?.losses ?? []),
    ],
    notVerified: summary.notVerified,
    unreadable: [
      ...input.unreadable,
      ...crdInput.unreadable,
      ...externalInput.unreadable,
      ...(change?.unreadable ?? []),
    ],
    strict,
  };
}

/** A synth that was killed may have left the output beside its folder: it is put back before it is read. */
function recoverOutputs(paths: readonly string[], cwd: string): void {
  for (const path of paths.filter(named => named !== STANDARD_INPUT)) {
    const place = resolve(cwd, path);
    if (statSync(place, { throwIfNoEntry: false })?.isFile() || !isAnythingLeftBehind(place)) continue;
    const { recoverOutput }: typeof import('../../synth/write-output') = require('../../synth/write-output');
    recoverOutput(place);
  }
}

function valuesOf(documents: readonly ManifestDocument[]): unknown[] {
  return documents.map(({ value }) => value);
}
