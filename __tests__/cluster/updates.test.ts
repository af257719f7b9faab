import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify, verifyUpdate } from '../../lib/verify';
import type { KubernetesObject } from '../../scripts/cluster/api-client';
import type { UpdateRow } from '../../scripts/cluster/record';
import { askUpdates } from '../../scripts/cluster/recorder';
import { outputOf } from '../examples/output';
import { onCluster } from './harness/clusters';
import { inOrder } from './harness/manifest-order';
import { newNamespace, testNamespace } from './harness/namespace';

/** Updates that the server takes since it puts back what it had, before it looks: the new object alone is at fault. */
const PUT_BACK = [
  {
    kind: 'Service',
    path: /^spec$/,
    why: 'the cluster IPs are those of the stored Service: it stays headless',
  },
  {
    kind: 'Namespace',
    path: /^spec\.finalizers/,
    why: 'finalizers of a Namespace are changed in another way',
  },
];

onCluster(['namespaces', 'cluster-objects'], ({ access, client }) => {
  const kubernetesVersion = access.minor as KubernetesVersion;
  const namespace = testNamespace(client, 'updates');
  const manifests = oneOfEachKind(inOrder<KubernetesObject>(outputOf('main.ts').manifests)).map(manifest =>
    manifest.kind === 'Namespace' ? { ...manifest, metadata: newNamespace('updates').metadata } : manifest,
  );

  test.each(manifests.map(manifest => [manifest.kind, manifest] as const))(
    '%s: the server refuses the changes that the verifier refuses, and no others',
    async (kind, manifest) => {
      const rows = await askUpdates(client, manifest, namespace);
      expect(rows.length).toBeGreaterThan(1);
      const wrong = rows.filter(row => row.accepted === isRefused(row, kubernetesVersion));
      const unexplained = wrong.filter(
        ({ path }) => !PUT_BACK.some(known => known.kind === kind && known.path.test(path)),
      );
      expect(
        unexplained.map(
          ({ path, op, accepted, message }) => `${op} ${path}: ${accepted ? 'taken' : `refused: ${message}`}`,
        ),
      ).toEqual([]);
    },
  );
});

function isRefused({ before, after }: UpdateRow, kubernetesVersion: KubernetesVersion): boolean {
  const { findings } = verifyUpdate(before, after, { kubernetesVersion });
  return [...findings, ...verify([after], { kubernetesVersion }).findings].some(
    ({ level }) => level === 'rejected',
  );
}

function oneOfEachKind(manifests: readonly KubernetesObject[]): KubernetesObject[] {
  return [...new Map(manifests.map(manifest => [manifest.kind, manifest])).values()];
}
