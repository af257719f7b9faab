import type { OutputFile } from '../synth/write-output';
import type { AppReport } from './app-report';
import { documentsIn, isManifest } from './output-folder';
import type { Terminal } from './terminal';

/** What a synth came to. */
export interface SynthResult {
  /** YAML files that were written. */
  readonly files: number;
  /** API objects in them. */
  readonly objects: number;
  /** YAML files in the folder that are not of this synth. */
  readonly older: number;
}

/** What kustomize reads, and no cluster takes. */
const KUSTOMIZATION = /(^|\/)kustomization\.ya?ml$/;

/** What is in the files of an output. */
export function stagedResult(files: readonly OutputFile<Uint8Array>[]): SynthResult {
  const manifests = files.filter(({ path }) => isManifest(path));
  const objects = manifests
    .filter(({ path }) => !KUSTOMIZATION.test(path))
    .map(({ content }) => documentsIn(textOf(content)));
  return { files: manifests.length, objects: objects.reduce((sum, count) => sum + count, 0), older: 0 };
}

/** Prints the manifests of an output one after the other, as one stream of YAML documents. */
export function print(files: readonly OutputFile<Uint8Array>[], terminal: Terminal): void {
  const texts = files
    .filter(({ path }) => isManifest(path) && !KUSTOMIZATION.test(path))
    .map(({ content }) => textOf(content))
    .filter(text => documentsIn(text) > 0);
  for (const [at, text] of texts.entries()) {
    if (at > 0 && !/^---(\s|$)/.test(text)) terminal.out('---\n');
    terminal.out(text.endsWith('\n') ? text : `${text}\n`);
  }
}

/**
 * The last line of a synth.
 *
 * @param folder where it was written; undefined where it was printed.
 */
export function synthSummary(
  { files, objects, older }: SynthResult,
  report: AppReport | undefined,
  folder: string | undefined,
  seconds: string,
): string {
  const what = `${counted(files, 'file')} with ${counted(report?.objects ?? objects, 'object')}`;
  const done = folder === undefined ? `printed ${what}` : `wrote ${what} to ${folder}`;
  const left = older > 0 ? ` (${counted(older, 'older file')} left there)` : '';
  return `${done} in ${seconds} s${left}; ${foundIn(report)}`;
}

function foundIn(report: AppReport | undefined): string {
  if (report?.findings === undefined) return 'not verified';
  const found = Object.entries(report.findings).filter(([, count]) => count > 0);
  if (found.length === 0) return 'no findings';
  return found.map(([level, count]) => counted(count, `${level} finding`)).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString();
}
