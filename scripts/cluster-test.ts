/**
 * Runs `__tests__/cluster` against real control planes: of every version whose programs are found, or the cluster of
 * KUBECONFIG. What follows `--` goes to jest.
 *
 *     npm run test:cluster [-- storage]
 *     KUBECONFIG=... npm run test:cluster
 *
 * Exits with 0 or 1 as jest does, with 2 where a control plane does not start, and with 3 where there is none.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './cluster/binaries';
import { CLUSTERS_FILE, type ClusterAccess } from './cluster/cluster-access';
import { startControlPlane } from './cluster/control-plane';
import { foreignCluster } from './cluster/foreign-cluster';
import { runJest, stopJest, testFiles } from './cluster/jest-run';
import { type Supervisor, startSupervisor } from './cluster/supervision';

const DID_NOT_START = 2;
const NONE = 3;

/** Changes the cluster for everybody, and so runs alone: by its classes, or since it kills API servers. */
const ALONE = ['examples', 'outage'];

const folder = mkdtempSync(join(tmpdir(), 'drydock-cluster-'));
let supervisor: Supervisor | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopJest();
    void end(1);
  });
}
void run().then(end, error => {
  say(error instanceof Error ? error.message : String(error));
  return end(DID_NOT_START);
});

async function run(): Promise<number> {
  const clusters = process.env.KUBECONFIG ? [await foreignCluster()] : await ownClusters();
  if (clusters.length === 0) return NONE;
  const file = join(folder, 'clusters.json');
  writeFileSync(file, JSON.stringify(clusters), { mode: 0o600 });
  for (const { version, server } of clusters) say(`Kubernetes ${version} on ${server}`);
  const environment = { ...process.env, [CLUSTERS_FILE]: file };
  const options = process.argv.slice(2).filter(argument => argument.startsWith('-'));
  const files = testFiles(process.argv.slice(2).filter(argument => !argument.startsWith('-')));
  const isAlone = (file: string) => ALONE.some(name => file.includes(name));
  const runs = [files.filter(file => !isAlone(file)), ...files.filter(isAlone).map(file => [file])];
  let code = 0;
  for (const run of runs) code ||= await runJest(run, options, environment);
  return code;
}

async function ownClusters(): Promise<ClusterAccess[]> {
  const { binaries, missing } = findBinaries();
  if (missing.length > 0) {
    say(`missing: ${missing.join('; ')}`);
    say(
      '`npm run cluster:build` builds them where Go is installed; otherwise put them on the PATH, or into a',
    );
    say('folder that KUBEBUILDER_ASSETS names; or name a cluster with KUBECONFIG');
  }
  if (binaries.length === 0) return [];
  supervisor = startSupervisor();
  const { failure } = supervisor;
  void failure.catch(error => say(error.message));
  const starting = supervisor;
  return Promise.all(binaries.map(found => startControlPlane(found, join(folder, found.minor), starting)));
}

async function end(code: number): Promise<void> {
  await supervisor?.stop();
  if (code === 0 || code === NONE) rmSync(folder, { recursive: true, force: true });
  else say(`logs: ${folder}`);
  process.exit(code);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
