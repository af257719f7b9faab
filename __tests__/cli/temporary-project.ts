import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Terminal } from '../../lib/cli/terminal';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that holds these files, and is gone after the tests of the file. */
export function temporaryProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A terminal that keeps what is written to it. */
export class RecordingTerminal implements Terminal {
  readonly env = process.env;
  errIsTerminal = false;
  written = '';
  complained = '';

  constructor(readonly cwd: string) {}

  out(text: string): void {
    this.written += text;
  }

  err(text: string): void {
    this.complained += text;
  }
}

/** An app, to be run as `node app.js`, that writes these files into its output folder. */
export function appThatWrites(files: Readonly<Record<string, string>>): string {
  return `
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });
    for (const [path, text] of Object.entries(${JSON.stringify(files)})) {
      writeFileSync(require('node:path').join(process.env.CDK8S_OUTDIR, path), text);
    }`;
}
