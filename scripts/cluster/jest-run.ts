import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TESTS = join('__tests__', 'cluster');
let jest: ChildProcess | undefined;

/** The test files whose name has one of these parts, or all. */
export function testFiles(parts: readonly string[]): string[] {
  const names = readdirSync(join(ROOT, TESTS)).filter(name => name.endsWith('.test.ts'));
  const chosen = names.filter(name => parts.length === 0 || parts.some(part => name.includes(part)));
  if (chosen.length === 0)
    throw new Error(`no test has '${parts.join("' or '")}' in its name: ${names.join(', ')}`);
  return chosen.map(name => join(TESTS, name));
}

/** Runs test files, and gives the code that jest ends with. */
export function runJest(
  files: readonly string[],
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (files.length === 0) return Promise.resolve(0);
  const program = require.resolve('jest/bin/jest');
  const args = [program, '--config', '.ci/jest.cluster.js', ...options, '--runTestsByPath', ...files];
  return new Promise((resolve, reject) => {
    jest = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    jest.once('error', reject);
    jest.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Ends the tests that are running. */
export function stopJest(): void {
  jest?.kill('SIGKILL');
}
