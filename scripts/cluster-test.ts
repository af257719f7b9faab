/**
 * Runs `__tests__/cluster` against real control planes: of every version whose programs are found, or the cluster of
 * KUBECONFIG. Words after `--` are parts of the names of the tests to run, and options go to jest.
 *
 *     npm run test:cluster [-- storage --verbose]
 *     KUBECONFIG=... npm run test:cluster
 *
 * Exits with 0 or 1 as jest does, with 2 where a control plane does not start, and with 3 where there is none.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTERS_FILE } from './cluster/cluster-access';
import { runJest, testFiles } from './cluster/jest-run';
import { NoClusterError, type Running, withClusters } from './cluster/with-clusters';

const DID_NOT_START = 2;
const NONE = 3;

/** Changes the cluster for everybody, and so runs alone: by its classes, or since it kills API servers. */
const ALONE = ['examples', 'outage'];

const options = process.argv.slice(2).filter(argument => argument.startsWith('-'));
const parts = process.argv.slice(2).filter(argument => !argument.startsWith('-'));

void main().then(
  code => process.exit(code),
  error => {
    if (!(error instanceof NoClusterError)) process.stderr.write(`${error?.message ?? error}\n`);
    process.exit(error instanceof NoClusterError ? NONE : DID_NOT_START);
  },
);

async function main(): Promise<number> {
  const files = testFiles(parts);
  return withClusters(
    running => run(running, files),
    code => code !== 0,
  );
}

async function run({ clusters, folder, adopt }: Running, files: readonly string[]): Promise<number> {
  const file = join(folder, 'clusters.json');
  writeFileSync(file, JSON.stringify(clusters), { mode: 0o600 });
  for (const { version, server } of clusters) process.stderr.write(`Kubernetes ${version} on ${server}\n`);
  const isAlone = (name: string) => ALONE.some(part => name.includes(part));
  const runs = [files.filter(name => !isAlone(name)), ...files.filter(isAlone).map(name => [name])];
  let code = 0;
  for (const names of runs) {
    const ended = await runJest(names, options, { ...process.env, [CLUSTERS_FILE]: file }, adopt);
    code ||= ended;
  }
  return code;
}
