import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { AnyManifest } from '../render';

/** What an app writes. */
export interface Output {
  /** The text of each file, by its name. */
  readonly files: Readonly<Record<string, string>>;
  /** The manifests of all files, in their order. */
  readonly manifests: readonly AnyManifest[];
}

/** Runs an app from its composition root, as `cdk8s synth` does, and reads what it writes. */
export function outputOf(main: string, ...args: string[]): Output {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-'));
  const { argv } = process;
  process.env.CDK8S_OUTDIR = folder;
  process.argv = ['node', main, ...args];
  try {
    jest.isolateModules(() => require(join(__dirname, '../..', main)));
    const names = readdirSync(folder)
      .filter(name => name.endsWith('.yaml'))
      .sort();
    const files = Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
    return { files, manifests: Object.values(files).flatMap(manifestsIn) };
  } finally {
    process.argv = argv;
    delete process.env.CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
}

function manifestsIn(text: string): AnyManifest[] {
  return parseAllDocuments(text, { version: '1.1' }).map(document => document.toJS());
}
