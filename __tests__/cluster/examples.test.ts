import type { Answer, ApiClient, KubernetesObject } from '../../scripts/cluster/api-client';
import { outputOf } from '../examples/output';
import { onCluster } from './harness/clusters';
import { applyDefinitions } from './harness/definitions';
import { inOrder } from './harness/manifest-order';

/** Warnings that are meant: a text, and why it is there. Everything else fails. */
const MEANT: readonly { readonly text: RegExp; readonly why: string }[] = [];

onCluster(['namespaces', 'cluster-objects'], ({ client }) => {
  beforeAll(() => applyDefinitions(client));

  describe.each([
    ['the examples', 'examples/main.ts'],
    ['the shop', 'main.ts'],
  ])('%s', (_, main) => {
    let manifests: KubernetesObject[];
    beforeAll(async () => {
      manifests = inOrder(outputOf(main).manifests);
      for (const namespace of manifests.filter(isNamespace)) await client.apply(namespace);
    });

    test('a dry run takes every manifest, without a warning', async () => {
      expect(await complaints(manifests, object => client.apply(object, { dryRun: true }))).toEqual([]);
    });

    test('so does the server for real, and keeps what was written', async () => {
      expect(await complaints(manifests, object => client.apply(object))).toEqual([]);
    });

    test('applied again, nothing changes', async () => {
      const before = await generations(client, manifests);
      expect(await complaints(manifests, object => client.apply(object))).toEqual([]);
      expect(await generations(client, manifests)).toEqual(before);
    });
  });
});

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

function isNamespace({ kind }: KubernetesObject): boolean {
  return kind === 'Namespace';
}
