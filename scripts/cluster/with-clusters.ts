import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries';
import type { ClusterAccess } from './cluster-access';
import { startControlPlane } from './control-plane';
import { foreignCluster } from './foreign-cluster';
import { startSupervisor } from './supervision';

/** There is no cluster, and nothing to start one with. */
export class NoClusterError extends Error {}

/** Clusters that run, and what goes with them. */
export interface Running {
  readonly clusters: readonly ClusterAccess[];
  /** A folder that is there as long as they are. */
  readonly folder: string;
  /** Kills a process when this one ends, in whatever way. */
  adopt(pid: number): void;
}

/**
 * Starts a control plane of every version whose programs are found, or takes the cluster of KUBECONFIG; does
 * something with it, and stops what it started: also where that fails, or this process is interrupted.
 *
 * @param keepLogs whether the logs are of use, given what was done; they are where it failed
 * @throws NoClusterError
 */
export async function withClusters<T>(
  use: (running: Running) => Promise<T>,
  keepLogs: (result: T) => boolean = () => false,
): Promise<T> {
  const { binaries, missing } = process.env.KUBECONFIG ? { binaries: [], missing: [] } : findBinaries();
  if (missing.length > 0) {
    say(`missing: ${missing.join('; ')}`);
    say(
      '`npm run cluster:build` builds them where Go is installed; otherwise put them on the PATH, or into a',
    );
    say('folder that KUBEBUILDER_ASSETS names; or name a cluster with KUBECONFIG');
  }
  if (!process.env.KUBECONFIG && binaries.length === 0) throw new NoClusterError('there is no cluster');

  const folder = mkdtempSync(join(tmpdir(), 'drydock-cluster-'));
  const supervisor = startSupervisor();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void end(true).then(() => process.exit(1)));
  }
  const end = async (logsAreOfUse: boolean) => {
    await supervisor.stop();
    if (logsAreOfUse && binaries.length > 0) say(`logs: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  };
  let useful = true;
  try {
    const clusters = process.env.KUBECONFIG
      ? [await foreignCluster()]
      : await Promise.all(
          binaries.map(found => startControlPlane(found, join(folder, found.minor), supervisor)),
        );
    supervisor.failure.catch(error => say(error.message));
    const result = await use({ clusters, folder, adopt: pid => supervisor.adopt(pid) });
    useful = keepLogs(result);
    return result;
  } finally {
    await end(useful);
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
