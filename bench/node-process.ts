import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** What Node is started with. */
export interface NodeRun {
  readonly name: string;
  readonly args: readonly string[];
}

/** A process that does nothing. */
export const EMPTY_RUN: NodeRun = { name: 'Node alone', args: ['-e', ''] };

/** A process that loads a module with nothing in it, and prints how many milliseconds that took it. */
export function emptyModuleRun(): NodeRun {
  const program = `
    const start = performance.now();
    require(process.argv[1]);
    console.log(performance.now() - start);`;
  return { name: 'an empty module', args: ['-e', program, require.resolve('./empty-module')] };
}

/** A process that loads the verifier, judges manifests, and prints how many milliseconds that took it. */
export function verifierRun(name: string, manifests: readonly object[]): NodeRun {
  const program = `
    const manifests = JSON.parse(process.argv[2]);
    const start = performance.now();
    require(process.argv[1]).verify(manifests);
    console.log(performance.now() - start);`;
  return { name, args: ['-e', program, require.resolve('cdk8s-drydock/verify'), JSON.stringify(manifests)] };
}

/** `drydock verify` of a folder. */
export function drydockRun(folder: string): NodeRun {
  const root = dirname(require.resolve('cdk8s-drydock/package.json'));
  const { bin } = require('cdk8s-drydock/package.json') as { bin: { drydock: string } };
  return { name: '`drydock verify`', args: [join(root, bin.drydock), 'verify', folder] };
}

/** What reads YAML: where it is, and the call that reads a text. */
const READERS = {
  'js-yaml': { path: require.resolve('js-yaml'), call: 'library.loadAll(text)' },
  yaml: {
    path: require.resolve('yaml'),
    call: 'library.parseAllDocuments(text).map(document => document.toJS())',
  },
} as const;

/** A process that reads every file of a folder with a library, and does nothing with the objects. */
export function readerRun(library: keyof typeof READERS, folder: string): NodeRun {
  const { path, call } = READERS[library];
  const program = `
    const [{ readdirSync, readFileSync }, library] = [require('node:fs'), require(process.argv[1])];
    const read = text => ${call};
    const folder = process.argv[2];
    for (const name of readdirSync(folder)) read(readFileSync(folder + '/' + name, 'utf8'));`;
  return { name: `${library}, reading alone`, args: ['-e', program, path, folder] };
}

/**
 * Milliseconds from the start of a process to its end.
 *
 * @throws Error when it fails.
 */
export function measureRun(run: NodeRun): number {
  const start = performance.now();
  outputOf(run);
  return performance.now() - start;
}

/**
 * The number that a process prints.
 *
 * @throws Error when it fails, or prints none.
 */
export function printedNumber(run: NodeRun): number {
  const text = outputOf(run);
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) throw new Error(`${run.name} printed no number: ${text}`);
  return number;
}

function outputOf({ name, args }: NodeRun): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr || stdout}`);
  return stdout;
}
