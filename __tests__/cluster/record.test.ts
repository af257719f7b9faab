import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject } from '../../scripts/cluster/api-client';
import {
  CREATES,
  type CreateRow,
  extendRecord,
  readRows,
  UPDATES,
  type UpdateRow,
} from '../../scripts/cluster/record';
import { askCreates, askUpdates, createRows } from '../../scripts/cluster/recorder';
import { createVerdicts, isRecorded } from '../../scripts/conformance/verdicts';
import { onCluster } from './harness/clusters';
import { testNamespace } from './harness/namespace';

const SERVICE: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'recorded' },
  spec: { type: 'ClusterIP', selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] },
};

onCluster(['namespaces'], ({ access, client }) => {
  const namespace = testNamespace(client, 'record');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'drydock-record-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const ask = () => askCreates(client, createRows(SERVICE), namespace);
  const creates = () => readRows<CreateRow>(join(folder, CREATES));

  test('a fault is recorded with its stage, its error type and its field', async () => {
    extendRecord(folder, await ask(), []);
    const verdictOf = (path: string, mutation: string) =>
      creates().find(row => row.path === path && row.mutation === mutation)?.verdict[access.minor];
    expect(verdictOf('', 'base')).toEqual({ accepted: true });
    expect(verdictOf('spec.ports.0.port', 'big')).toMatchObject({
      stage: 'validate',
      causes: expect.arrayContaining([['FieldValueInvalid', 'spec.ports[0].port']]),
    });
    expect(verdictOf('spec.ports.0', 'unknown')).toMatchObject({
      stage: 'decode',
      message: expect.stringContaining('unknown field "spec.ports[0].zzUnknown"'),
    });
  });

  test('what other versions said is kept, and what this one said is replaced', async () => {
    const rows = await ask();
    const of = (version: string, accepted: boolean) =>
      rows.map(row => ({ ...row, verdict: { [version]: { accepted } } }));
    extendRecord(folder, of('1.99', true), []);
    extendRecord(folder, of(access.minor, false), []);
    extendRecord(folder, rows, []);
    const [base] = creates();
    expect(creates()).toHaveLength(rows.length);
    expect(base?.verdict).toEqual({ '1.99': { accepted: true }, [access.minor]: { accepted: true } });
  });

  test('a change of a stored object is recorded, with the object as the server completed it', async () => {
    extendRecord(folder, [], await askUpdates(client, SERVICE, namespace));
    const rows = readRows<UpdateRow>(join(folder, UPDATES));
    const rowOf = (path: string, op: string) => rows.find(row => row.path === path && row.op === op);
    expect(rowOf('', 'none')).toMatchObject({
      accepted: true,
      before: { spec: { sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' } },
    });
    expect(rowOf('spec.selector.app', 'change')).toMatchObject({ accepted: true });
    expect(rowOf('spec.clusterIP', 'change')).toMatchObject({ accepted: false });
    expect(await client.get({ ...SERVICE, metadata: { name: 'recorded', namespace } })).toBeUndefined();
  });

  if (isRecorded()) {
    test('every fault of the record beside the repository is one of these', () => {
      const recorded = createVerdicts();
      const bases = recorded.filter(({ path }) => path === '').map(({ manifest }) => manifest);
      const keyOf = (row: Pick<CreateRow, 'base' | 'path' | 'mutation' | 'manifest'>) =>
        JSON.stringify([row.base, row.path, row.mutation, row.manifest]);
      const made = new Set(bases.flatMap(base => createRows(base as unknown as KubernetesObject)).map(keyOf));
      expect(recorded.filter(row => !made.has(keyOf(row)))).toEqual([]);
    });
  }
});
