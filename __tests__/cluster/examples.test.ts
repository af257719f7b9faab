import type { Answer, ApiClient, KubernetesObject } from '../../scripts/cluster/api-client';
import { resourceOf, UnknownKindError } from '../../scripts/cluster/discovery';
import { outputOf } from '../examples/output';
import { onCluster } from './harness/clusters';
import { applyDefinitions } from './harness/definitions';
import { inOrder } from './harness/manifest-order';
import { newNamespace } from './harness/namespace';

const APPS = [
  ['the examples', 'examples/main.ts'],
  ['the shop', 'main.ts'],
] as const;

/** Warnings that are meant: a text, and why it is there. Everything else fails. */
const MEANT: readonly { readonly text: RegExp; readonly why: string }[] = [];

onCluster(['namespaces'], ({ access, client }) => {
  const mine = access.abilities.includes('cluster-objects');

  describe.each(APPS)('%s', (_, main) => {
    let manifests: KubernetesObject[];
    beforeAll(async () => {
      if (mine) await applyDefinitions(client);
      const all = inOrder<KubernetesObject>(outputOf(main).manifests);
      manifests = mine ? all : await inOneNamespace(client, all);
      for (const namespace of manifests.filter(isNamespace)) await client.apply(namespace);
    });
    // A class of theirs is the default of the cluster, which would be everybody else's, too.
    afterAll(async () => {
      for (const manifest of [...manifests].reverse()) await client.delete(manifest);
    });

    test('a dry run takes every manifest, without a warning', async () => {
      expect(await complaints(manifests, object => client.apply(object, { dryRun: true }))).toEqual([]);
    });

    test('so does the server for real', async () => {
      expect(await complaints(manifests, object => client.apply(object))).toEqual([]);
    });

    test('no field is lost', async () => {
      const lost: string[] = [];
      for (const manifest of manifests) {
        const paths = missing(manifest, await client.get(manifest));
        lost.push(...paths.map(path => `${manifest.kind} ${manifest.metadata.name}: ${path}`));
      }
      expect(lost).toEqual([]);
    });

    test('applied again, nothing changes', async () => {
      const before = await generations(client, manifests);
      expect(await complaints(manifests, object => client.apply(object))).toEqual([]);
      expect(await generations(client, manifests)).toEqual(before);
    });
  });
});

/** Manifests as a guest may apply them: all in one new namespace, and nothing that belongs to the whole cluster. */
async function inOneNamespace(
  client: ApiClient,
  manifests: readonly KubernetesObject[],
): Promise<KubernetesObject[]> {
  const namespace = newNamespace('examples');
  const moved: KubernetesObject[] = [namespace];
  for (const manifest of manifests) {
    const { apiVersion, kind, metadata } = manifest;
    try {
      if (!(await resourceOf(client, apiVersion, kind)).namespaced) continue;
    } catch (error) {
      if (error instanceof UnknownKindError) continue;
      throw error;
    }
    moved.push({ ...manifest, metadata: { ...metadata, namespace: namespace.metadata.name } });
  }
  return moved;
}

/** What a server did not take, or took with a warning that is not meant. */
async function complaints(
  manifests: readonly KubernetesObject[],
  send: (object: KubernetesObject) => Promise<Answer>,
): Promise<string[]> {
  const found: string[] = [];
  for (const manifest of manifests) {
    const { status, body, warnings } = await send(manifest);
    const name = `${manifest.kind} ${manifest.metadata.name}`;
    if (status >= 300) found.push(`${name} is refused: ${body.message}`);
    const surprises = warnings.filter(warning => !MEANT.some(({ text }) => text.test(warning)));
    found.push(...surprises.map(warning => `${name} is taken with a warning: ${warning}`));
  }
  return found;
}

/** How often the wish of each object has changed. */
async function generations(client: ApiClient, manifests: readonly KubernetesObject[]): Promise<string[]> {
  const stored = await Promise.all(manifests.map(manifest => client.get(manifest)));
  return stored.map(({ kind, metadata }) => `${kind} ${metadata.name}: ${metadata.generation}`);
}

/** The fields that were written and are not stored. A field that is empty is stored as none. */
function missing(written: unknown, stored: unknown, path = ''): string[] {
  if (typeof written !== 'object' || written === null) {
    return stored === undefined && written !== '' ? [path] : [];
  }
  if (Array.isArray(written)) {
    if (!Array.isArray(stored) || stored.length < written.length) return [path];
    return written.flatMap((item, index) => missing(item, stored[index], `${path}[${index}]`));
  }
  if (typeof stored !== 'object' || stored === null) return [path];
  return Object.entries(written).flatMap(([key, value]) =>
    value === undefined
      ? []
      : missing(value, (stored as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
  );
}

function isNamespace({ kind }: KubernetesObject): boolean {
  return kind === 'Namespace';
}
