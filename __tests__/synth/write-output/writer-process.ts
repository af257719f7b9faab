import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { type Tree, temporaryFolder } from './folder-tree';

const SYNTH = join(__dirname, '..', '..', '..', 'lib', 'synth');
const SOURCES = ['write-output.ts', 'write-output', 'environment'];

/** Writes outputs by turns, once it is told where: for ever, or so many times. */
const WRITER = `
  const { writeOutput } = require('./write-output.js');
  process.once('message', ({ folder, outputs, times }) => {
    process.send('started');
    for (let time = 0; time < times; time++) writeOutput(folder, outputs[time % outputs.length]);
    process.disconnect();
  });
  process.send('ready');`;

/** The sources as plain Node runs them: a process that has to translate them first would start too slowly. */
export function compiledWriter(): string {
  const build = temporaryFolder();
  for (const source of SOURCES.flatMap(sourceFiles)) {
    const { code } = transformSync(readFileSync(join(SYNTH, source), 'utf8'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    mkdirSync(dirname(join(build, source)), { recursive: true });
    writeFileSync(join(build, source.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(join(build, 'writer.js'), WRITER);
  return join(build, 'writer.js');
}

/** A process that waits to be told what to write, working in a folder. */
export async function readyWriter(writer: string, cwd: string): Promise<ChildProcess> {
  const child = fork(writer, { cwd, execArgv: [] });
  await once(child, 'message');
  return child;
}

/** Has a process write outputs by turns, and comes back as soon as it does. */
export async function start(
  child: ChildProcess,
  folder: string,
  outputs: readonly Tree[],
  times = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const files = outputs.map(tree => Object.entries(tree).map(([path, content]) => ({ path, content })));
  child.send({ folder, outputs: files, times });
  await once(child, 'message');
}

function sourceFiles(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(SYNTH, path)).map(name => `${path}/${name}`);
}
