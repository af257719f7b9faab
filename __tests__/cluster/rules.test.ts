import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify';
import { RULES } from '../../lib/verify/registry';
import type { ApiClient, KubernetesObject } from '../../scripts/cluster/api-client';
import { verdictOf } from '../../scripts/cluster/verdict';
import { fixturesOf } from '../verify/rule-fixture';
import { onCluster, whereAllowed } from './harness/clusters';
import { testNamespace } from './harness/namespace';

/** What admission looks up: it is there for real before anything else is sent. */
const PREREQUISITES = ['PriorityClass', 'RuntimeClass', 'ServiceAccount'];

/** How many manifests may be left out, in percent, since the server does not serve them or admission refuses them. */
const MOST_LEFT_OUT = 15;

const FIXTURES = RULES.flatMap(({ meta }) => fixturesOf(meta.id)).map(
  fixture => [`${fixture.rule}/${fixture.file}`, fixture] as const,
);

onCluster(['namespaces'], cluster => {
  const { access, client } = cluster;
  const kubernetesVersion = access.minor as KubernetesVersion;
  const namespace = testNamespace(client, 'rules');
  let judged = 0;
  const leftOut: string[] = [];

  describe('the server refuses what the verifier rejects, and takes what is broken or risky', () => {
    test.each(FIXTURES)('%s', async (name, fixture) => {
      const { findings } = verify(fixture.manifests, { ...fixture.settings, kubernetesVersion });
      const rejected = findings.filter(({ level }) => level === 'rejected').map(({ object }) => object.index);
      const manifests = (fixture.manifests as KubernetesObject[]).map(manifest =>
        within(manifest, namespace),
      );
      const mayApply = (kind: string) =>
        kind === 'ServiceAccount' || access.abilities.includes('cluster-objects');
      const present = await applyAll(
        client,
        manifests.filter(({ kind }) => PREREQUISITES.includes(kind) && mayApply(kind)),
      );
      const wrong: string[] = [];
      for (const [index, manifest] of manifests.entries()) {
        const { apiVersion, kind, metadata } = manifest;
        const what = `${name} ${index} ${kind} ${metadata?.name}`;
        const verdict = await verdictOf(client, { apiVersion, kind, namespace, manifest });
        if (!verdict || (verdict.stage === 'admission' && !present.includes(manifest))) {
          leftOut.push(`${what}: ${verdict?.message ?? 'not served'}`);
          continue;
        }
        judged++;
        const accepted = verdict.accepted || present.includes(manifest);
        if (accepted === rejected.includes(index)) {
          wrong.push(
            `${what}: the verifier ${accepted ? 'rejects it' : `takes it, the server says ${verdict.message}`}`,
          );
        }
      }
      await Promise.all(present.map(manifest => client.delete(manifest)));
      expect(wrong).toEqual([]);
    });
  });

  whereAllowed(cluster, ['cluster-objects'], () => {
    test('few manifests are left out', () => {
      expect({ leftOut, tooMany: leftOut.length > (MOST_LEFT_OUT * judged) / 100 }).toMatchObject({
        tooMany: false,
      });
    });
  });
});

/** Applies manifests, and gives those that the server took. */
async function applyAll(
  client: ApiClient,
  manifests: readonly KubernetesObject[],
): Promise<KubernetesObject[]> {
  const present: KubernetesObject[] = [];
  for (const manifest of manifests) {
    const { status } = await client.apply(manifest);
    if (status < 300) present.push(manifest);
  }
  return present;
}

/** A manifest in another namespace, if it can be in one. The server ignores the field where it cannot. */
function within(manifest: KubernetesObject, namespace: string): KubernetesObject {
  if (manifest.metadata?.namespace === undefined) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, namespace } };
}
