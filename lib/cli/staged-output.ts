import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import type { OutputFile } from '../synth/write-output';
import { UsageError } from './usage-error';

/** Files with which Drydock keeps order in an output. */
const NOTES = /^\.drydock-/;

/** A folder of its own for one run of an app: what the app writes there is no output yet. */
export class StagedOutput {
  private readonly root = temporaryFolder();
  /** The folder that the app writes to. It does not exist until the app makes it. */
  readonly folder: string;
  /** The file that the app writes its report to. */
  readonly report = join(this.root, 'report');

  /**
   * @param output the folder that the output is for, which the app's own messages may name.
   * @throws UsageError when there is no place for temporary files.
   */
  constructor(output: string) {
    this.folder = join(this.root, 'output', basename(output) || 'output');
  }

  /** What the app wrote, sorted by path. */
  files(): OutputFile<Uint8Array>[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, { withFileTypes: true, recursive: true })
      .map(entry => join(entry.parentPath, entry.name))
      .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile())
      .map(file => ({ path: relative(this.folder, file).split(sep).join('/'), file }))
      .filter(({ path }) => !NOTES.test(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, file }) => ({ path, content: readFileSync(file) }));
  }

  /** Forgets what the app wrote, so that it can be run again. */
  clear(): void {
    rmSync(join(this.root, 'output'), { recursive: true, force: true });
    rmSync(this.report, { force: true });
  }

  /** Deletes everything. */
  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'drydock-synth-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `no temporary folder can be made in ${tmpdir()} (${code})`,
      'set TMPDIR to a folder that you may write, on a disk with space',
    );
  }
}
