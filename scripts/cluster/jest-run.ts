import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TESTS = join('__tests__', 'cluster');

/** The test files whose name has one of these parts, or all. */
export function testFiles(parts: readonly string[]): string[] {
  const names = readdirSync(join(ROOT, TESTS)).filter(name => name.endsWith('.test.ts'));
  const chosen = names.filter(name => parts.length === 0 || parts.some(part => name.includes(part)));
  if (chosen.length === 0)
    throw new Error(`no test has '${parts.join("' or '")}' in its name: ${names.join(', ')}`);
  return chosen.map(name => join(TESTS, name));
}

/**
 * Runs test files, and gives the code that jest ends with.
 *
 * @param adopt is told the id of the process
 */
export function runJest(
  files: readonly string[],
  options: readonly string[],
  env: NodeJS.ProcessEnv,
  adopt: (pid: number) => void,
): Promise<number> {
  if (files.length === 0) return Promise.resolve(0);
  const program = require.resolve('jest/bin/jest');
  const args = [program, '--config', '.ci/jest.cluster.js', ...options, '--runTestsByPath', ...files];
  return new Promise((resolve, reject) => {
    const jest = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    if (jest.pid !== undefined) adopt(jest.pid);
    jest.once('error', reject);
    jest.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
