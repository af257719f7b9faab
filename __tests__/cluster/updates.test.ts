import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify, verifyUpdate, withoutExcused } from '../../lib/verify';
import type { KubernetesObject } from '../../scripts/cluster/api-client';
import type { UpdateRow } from '../../scripts/cluster/record';
import { askUpdates } from '../../scripts/cluster/recorder';
import { outputOf } from '../examples/output';
import { onCluster } from './harness/clusters';
import { inOrder } from './harness/manifest-order';
import { newNamespace, testNamespace } from './harness/namespace';

onCluster(['namespaces', 'cluster-objects'], ({ access, client }) => {
  const kubernetesVersion = access.minor as KubernetesVersion;
  const namespace = testNamespace(client, 'updates');
  const manifests = oneOfEachKind(inOrder<KubernetesObject>(outputOf('main.ts').manifests)).map(manifest =>
    manifest.kind === 'Namespace' ? { ...manifest, metadata: newNamespace('updates').metadata } : manifest,
  );

  test.each(manifests.map(manifest => [manifest.kind, manifest] as const))(
    '%s: the server refuses the changes that the verifier refuses, and no others',
    async (_, manifest) => {
      const rows = await askUpdates(client, manifest, namespace);
      expect(rows.length).toBeGreaterThan(1);
      const wrong = rows.filter(row => row.accepted === isRefused(row, kubernetesVersion));
      expect(
        wrong.map(
          ({ path, op, accepted, message }) => `${op} ${path}: ${accepted ? 'taken' : `refused: ${message}`}`,
        ),
      ).toEqual([]);
    },
  );
});

function isRefused({ before, after }: UpdateRow, kubernetesVersion: KubernetesVersion): boolean {
  const { findings, excused } = verifyUpdate(before, after, { kubernetesVersion });
  const created = withoutExcused(verify([after], { kubernetesVersion }).findings, excused);
  return [...findings, ...created].some(({ level }) => level === 'rejected');
}

function oneOfEachKind(manifests: readonly KubernetesObject[]): KubernetesObject[] {
  return [...new Map(manifests.map(manifest => [manifest.kind, manifest])).values()];
}
