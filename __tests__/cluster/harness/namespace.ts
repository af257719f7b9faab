import { randomBytes } from 'node:crypto';
import type { ApiClient, KubernetesObject } from '../../../scripts/cluster/api-client';
import { eventually } from '../../../scripts/cluster/eventually';

/** A namespace's manifest; its name is new, so that nothing is in it. */
export function newNamespace(prefix = 'drydock'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: `${prefix}-${randomBytes(4).toString('hex')}` },
  };
}

/** Makes a namespace that pods can run in, and gives its name. It is deleted after the tests around. */
export function testNamespace(client: ApiClient, prefix?: string): string {
  const namespace = newNamespace(prefix);
  const { name } = namespace.metadata;
  beforeAll(async () => {
    const { status, body } = await client.apply(namespace);
    if (status >= 300) throw new Error(`the namespace was refused: ${body.message}`);
    await serviceAccountOf(client, name);
  });
  afterAll(() => client.delete(namespace));
  return name;
}

/** Waits for the service account that pods of a namespace run as: without it every pod is refused. */
export async function serviceAccountOf(client: ApiClient, namespace: string): Promise<void> {
  await eventually(`the default service account of ${namespace}`, () =>
    client.get({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } }),
  );
}
