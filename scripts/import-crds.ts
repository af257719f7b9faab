/**
 * Generates typed API objects from the CRDs of `crds/` with `cdk8s import`, a module for each file.
 *
 *     node --import tsx scripts/import-crds.ts [folder]
 *
 * The folder, `imports/` by default, is emptied first, so that it holds what the CRDs say and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(__dirname, '..');
const output = resolve(process.argv[2] ?? join(root, 'imports'));
const cli = join(root, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');

rmSync(output, { recursive: true, force: true });
const definitions = readdirSync(join(root, 'crds')).filter(file => file.endsWith('.yaml'));
for (const file of definitions.sort()) {
  execFileSync(
    process.execPath,
    [
      cli,
      'import',
      join(root, 'crds', file),
      '--language=typescript',
      `--output=${output}`,
      '--no-save',
      '--check-upgrade=false',
    ],
    // The command must not read the project's cdk8s.yaml.
    { cwd: join(root, 'crds'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
