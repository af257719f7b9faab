/**
 * Asks running API servers about manifests, and adds what they say to a record: more manifests, or more versions.
 *
 *     npm run conformance:record -- <folder> <manifests.yaml|create-verdicts.jsonl.gz>...
 *
 * Each manifest of a YAML file is asked about as it is, with every fault, and as a stored object with every change.
 * Those of a record are asked about again, for the versions that run. The servers are that of KUBECONFIG, or those
 * that `npm run test:cluster` would start. The folder gets `create-verdicts.jsonl.gz` and `update-verdicts.jsonl.gz`.
 *
 * Exits with 0, with 2 where something cannot be read or started, and with 3 where there is no server.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { ApiClient, type KubernetesObject } from './cluster/api-client';
import { eventually } from './cluster/eventually';
import { type CreateRow, extendRecord, readRows, type UpdateRow } from './cluster/record';
import { askCreates, askUpdates, createRows } from './cluster/recorder';
import { NoClusterError, withClusters } from './cluster/with-clusters';

const COULD_NOT = 2;
const NONE = 3;

void run().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(error instanceof NoClusterError ? NONE : COULD_NOT);
  },
);

async function run(): Promise<void> {
  const [folder, ...files] = process.argv.slice(2);
  if (!folder || files.length === 0)
    throw new Error('give a folder for the record, and files with manifests');
  const records = files.filter(file => file.endsWith('.jsonl.gz'));
  const bases = files.filter(file => !records.includes(file)).flatMap(manifestsOf);
  let creates = [...bases.flatMap(createRows), ...records.flatMap(file => readRows<CreateRow>(file))];
  const updates: UpdateRow[] = [];
  await withClusters(async ({ clusters }) => {
    for (const access of clusters) {
      const client = new ApiClient(access);
      const namespace = await makeNamespace(client);
      creates = await askCreates(client, creates, 'default');
      for (const base of bases) updates.push(...(await askUpdates(client, base, namespace)));
      await client.delete({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
      process.stdout.write(`Kubernetes ${access.version}: ${creates.length} new objects\n`);
    }
  });
  extendRecord(folder, creates, updates);
  process.stdout.write(`${creates.length} rows of new objects, ${updates.length} of updates, in ${folder}\n`);
}

async function makeNamespace(client: ApiClient): Promise<string> {
  const name = `record-${process.pid}`;
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await eventually(`the service account of ${name}`, () =>
    client.get({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: name } }),
  );
  return name;
}

function manifestsOf(file: string): KubernetesObject[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`);
    return document.toJS() ?? [];
  });
}
