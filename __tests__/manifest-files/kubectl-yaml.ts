import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', '..', 'tools', 'kubectl-yaml');
const MOST_OUTPUT = 1024 * 1024 * 1024;

/** What kubectl's YAML library makes of a text. */
export interface Answer {
  readonly json?: unknown;
  readonly error?: string;
}

/** The library, asked for many texts at once; or why it cannot be asked here. */
export type KubectlYaml =
  | { readonly ask: (texts: readonly string[]) => Answer[] }
  | { readonly absent: string };

/** Builds the program that asks the library. It needs Go, and the library from a module proxy or Go's cache. */
export function kubectlYaml(): KubectlYaml {
  const program = join(mkdtempSync(join(tmpdir(), 'drydock-')), 'kubectl-yaml');
  const built = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: SOURCE,
    encoding: 'utf8',
    timeout: 60_000,
    // Another version of Go is not worth a download.
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  if (built.error) return { absent: `no Go here: ${built.error.message}` };
  if (built.status !== 0) return { absent: `Go cannot build it: ${built.stderr.trim()}` };
  return {
    ask: texts => {
      const { stdout } = spawnSync(program, {
        input: JSON.stringify(texts),
        encoding: 'utf8',
        maxBuffer: MOST_OUTPUT,
      });
      return JSON.parse(stdout);
    },
  };
}

/** Tests that compare with the library: skipped, and said to be, where it cannot be asked. */
export interface Comparison {
  readonly compare: typeof it | typeof it.skip;
  /** What the library makes of texts; nothing where it cannot be asked. */
  asked(texts: readonly string[]): Answer[];
}

/** Builds the library's program for the tests of a file. */
export function comparison(): Comparison {
  const library = kubectlYaml();
  if ('ask' in library) return { compare: it, asked: texts => library.ask(texts) };
  process.stderr.write(`not compared with kubectl's YAML library: ${library.absent}\n`);
  return { compare: it.skip, asked: () => [] };
}
