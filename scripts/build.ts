/**
 * Compiles the library into `build/`, and packs the verifier and the program: `npm run build`.
 *
 * All of it is made beside what stands there, and takes its place at the end in a few renames: files of sources that
 * are gone are gone too, and whoever uses the package in the meantime finds the old one whole. A source that does not
 * compile changes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from './pack/pack';

const root = join(__dirname, '..');
const build = join(root, 'build');

async function main(): Promise<number> {
  mkdirSync(build, { recursive: true });
  const made = mkdtempSync(join(build, '.made-'));
  const old = mkdtempSync(join(build, '.old-'));
  try {
    const status = compile(made);
    if (status !== 0) return status;
    await pack(root, made);
    execFileSync(process.execPath, [join(made, 'lib', 'packed', 'compile-ahead.js')], { stdio: 'inherit' });
    replace(made, old);
    return 0;
  } finally {
    for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true });
  }
}

function compile(output: string): number {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '--project', 'tsconfig.build.json', '--outDir', output];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** Puts what was made into its place, and what was there into another folder. */
function replace(made: string, old: string): void {
  const isOurs = (name: string) => !name.startsWith('.made-') && !name.startsWith('.old-');
  const names = new Set([...readdirSync(build).filter(isOurs), ...readdirSync(made)]);
  for (const name of names) {
    const place = join(build, name);
    if (existsSync(place)) renameSync(place, join(old, name));
    if (existsSync(join(made, name))) renameSync(join(made, name), place);
  }
}

void main().then(status => {
  process.exitCode = status;
});
