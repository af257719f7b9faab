import { isBefore, type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify, verifyUpdate, withoutExcused } from '../../lib/verify';
import { eventually } from '../../scripts/cluster/eventually';
import type { UpdateRow } from '../../scripts/cluster/record';
import { askUpdates } from '../../scripts/cluster/recorder';
import { verdictOf } from '../../scripts/cluster/verdict';
import { onCluster } from './harness/clusters';
import { testNamespace } from './harness/namespace';
import { shipDefinition, ships } from './harness/transitions';

onCluster(['namespaces', 'cluster-objects'], ({ access, client }) => {
  const kubernetesVersion = access.minor as KubernetesVersion;
  const hasOptional = !isBefore(kubernetesVersion, '1.30');
  const namespace = testNamespace(client, 'transitions');
  const [lax, strict] = [shipDefinition(hasOptional, true), shipDefinition(hasOptional, false)];
  const options = { kubernetesVersion, definitions: [strict] };
  const { fine, wrong } = ships(hasOptional);

  afterAll(() => client.delete(strict));

  test.each([fine, wrong].map(ship => [ship.metadata.name, ship] as const))(
    'every change of a %s ship: the server refuses what the verifier refuses, and nothing else',
    async (_, ship) => {
      await define('lax');
      const rows = await askUpdates(client, ship, namespace, () => define('strict'));
      expect(rows.length).toBeGreaterThan(40);
      const different = rows.filter(row => row.accepted === isRefused(row));
      expect(
        different.map(
          ({ path, op, accepted, message }) => `${op} ${path}: ${accepted ? 'taken' : `refused: ${message}`}`,
        ),
      ).toEqual([]);
      expect(rows.some(({ accepted }) => !accepted)).toBe(true);
    },
  );

  /** Holds ships to much or to little, and waits until the server does so. */
  async function define(how: 'lax' | 'strict'): Promise<void> {
    const { status, body } = await client.apply(how === 'lax' ? lax : strict);
    if (status >= 300) throw new Error(`the definition was refused: ${body.message}`);
    const { apiVersion, kind } = wrong;
    await eventually(`a ${how} definition`, async () => {
      const verdict = await verdictOf(client, { apiVersion, kind, namespace, manifest: wrong });
      return verdict?.accepted === (how === 'lax');
    });
  }

  function isRefused({ before, after }: UpdateRow): boolean {
    const { findings, excused } = verifyUpdate(before, after, options);
    return [...findings, ...withoutExcused(verify([after], options).findings, excused)].some(
      ({ level }) => level === 'rejected',
    );
  }
});
