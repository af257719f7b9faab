import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildFolder, companionsIn, KUBERNETES_COMPONENTS, kubernetesIn } from './binaries';
import { CONTROL_PLANE, companionRelease, type Release } from './releases';

/** The packages of what serves every version; they are required by the newest release's module. */
const COMPANION_PACKAGES = {
  etcd: 'go.etcd.io/etcd/server/v3',
  kwok: 'sigs.k8s.io/kwok/cmd/kwok',
  coredns: './coredns',
} as const;

/**
 * Builds a release into its folder, unless it is there. The folder appears when everything is in it.
 *
 * @throws Error of the Go command, whose own words went to standard error.
 */
export function buildRelease(release: Release): { folder: string; built: boolean } {
  const folder = buildFolder(release);
  const withCompanions = release.minor === companionRelease().minor;
  if (kubernetesIn(folder) && (!withCompanions || companionsIn(folder))) return { folder, built: false };
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    build(release, join(unfinished, 'control-plane'), CONTROL_PLANE, versionFlags(release));
    for (const name of KUBERNETES_COMPONENTS) symlinkSync('control-plane', join(unfinished, name));
    if (withCompanions) {
      for (const [name, source] of Object.entries(COMPANION_PACKAGES)) {
        build(release, join(unfinished, name), source, '');
      }
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  return { folder, built: true };
}

function build({ folder }: Release, output: string, source: string, flags: string): void {
  execFileSync('go', ['build', '-trimpath', '-ldflags', `-s -w ${flags}`, '-o', output, source], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
  });
}

/** Without these the servers say that they are v0.0.0. */
function versionFlags({ version }: Release): string {
  const [major, minor] = version.split('.');
  return Object.entries({
    gitVersion: `v${version}`,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
  })
    .map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`)
    .join(' ');
}
