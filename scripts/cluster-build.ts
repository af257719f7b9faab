/**
 * Builds what `npm run test:cluster` starts, from the Go modules that `tools/cluster` pins, into
 * `$XDG_CACHE_HOME/drydock-cluster` (`~/.cache` by default). What is there already is not built again.
 *
 *     npm run cluster:build
 */
import { spawnSync } from 'node:child_process';
import { buildRelease } from './cluster/build-release';
import { releases } from './cluster/releases';

const NO_GO = 3;

if (spawnSync('go', ['version']).status !== 0) {
  process.stderr.write(
    'Go is not on the PATH: install the version that tools/cluster/*/go.mod names, or newer\n',
  );
  process.exit(NO_GO);
}
for (const release of releases()) {
  const started = Date.now();
  const { folder, built } = buildRelease(release);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `Kubernetes ${release.version}: ${built ? `built in ${seconds} s` : 'built before'}, in ${folder}\n`,
  );
}
