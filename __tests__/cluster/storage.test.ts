import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify';
import type { ApiClient, KubernetesObject } from '../../scripts/cluster/api-client';
import { eventually } from '../../scripts/cluster/eventually';
import { applied } from './harness/applied';
import { onCluster } from './harness/clusters';
import { testNamespace } from './harness/namespace';
import { ESTRANGED, NAMINGS, type Naming, type Outcome, PAIRS, pairOf } from './harness/storage-pairs';

interface Case {
  readonly what: string;
  readonly naming: Naming;
  readonly outcome: Outcome;
  /** Whether the two are bound when neither names the other. */
  readonly fits: boolean;
  readonly volume: KubernetesObject;
  readonly claim: KubernetesObject;
}

onCluster(['namespaces', 'cluster-objects'], ({ access, client }) => {
  const namespace = testNamespace(client, 'storage');
  const cases: Case[] = [
    ...PAIRS.flatMap(({ what, outcomes, ...pair }) =>
      NAMINGS.map((naming, index) => ({
        what: `${what}; named by ${naming}`,
        naming,
        outcome: outcomes[index] as Outcome,
        fits: outcomes[0] === 'Bound',
        ...pairOf(pair, naming, namespace),
      })),
    ),
    ...ESTRANGED.map(({ what, naming, ...pair }) => ({
      what,
      naming,
      outcome: 'Pending' as const,
      fits: false,
      ...pairOf(pair, naming, namespace),
    })),
  ];
  const phases = new Map<Case, string>();

  beforeAll(async () => {
    await Promise.all(cases.map(({ volume }) => applied(client, volume)));
    await Promise.all(cases.map(({ volume }) => inPhase(client, volume, 'Available')));
    for (const { claim } of cases) await applied(client, claim);
    // The controller takes claims in turn: when the last has its volume, it has looked at all of them, and with the
    // second of these at all of them again.
    for (const _ of [1, 2]) await bindOne(client, namespace);
    await eventually('the claims that are to be bound', () =>
      Promise.all(
        cases
          .filter(({ outcome }) => outcome === 'Bound')
          .map(async ({ claim }) => (await phaseOf(client, claim)) === 'Bound'),
      ).then(bound => bound.every(Boolean)),
    ).catch(() => undefined);
    for (const one of cases) phases.set(one, await phaseOf(client, one.claim));
  });
  afterAll(() => Promise.all(cases.map(({ volume }) => client.delete(volume))));

  test.each(cases.map(one => [one.what, one.outcome, one] as const))('%s: %s', (_, outcome, one) => {
    expect(phases.get(one)).toBe(outcome);
  });

  /** What the verifier finds on the pair, as rules, where it says that it can never work, or will be regretted. */
  const found = ({ volume, claim }: Case, level: 'broken' | 'risky') =>
    verify([volume, claim], { kubernetesVersion: access.minor as KubernetesVersion })
      .findings.filter(
        finding => finding.level === level && finding.object.kind.startsWith('PersistentVolume'),
      )
      .map(({ rule }) => rule);
  const names = (some: readonly Case[]) => some.map(({ what }) => what);

  test('no pair that is bound is found to be broken', () => {
    const bound = cases.filter(one => phases.get(one) === 'Bound');
    expect(names(bound.filter(one => found(one, 'broken').length > 0))).toEqual([]);
  });

  test('every pair that waits is found to be broken, where one side names the other', () => {
    // A claim that nobody names, and that names none, may find another volume.
    const waiting = cases.filter(one => one.naming !== 'neither' && phases.get(one) === 'Pending');
    expect(waiting.length).toBeGreaterThan(0);
    expect(names(waiting.filter(one => found(one, 'broken').length === 0))).toEqual([]);
  });

  test('every pair that is bound although it does not fit is found to be risky', () => {
    const forced = cases.filter(
      one => one.naming === 'both' && phases.get(one) === 'Bound' && one.fits === false,
    );
    expect(forced.length).toBeGreaterThan(0);
    expect(names(forced.filter(one => !found(one, 'risky').includes('claim-volume-mismatch')))).toEqual([]);
  });
});

async function bindOne(client: ApiClient, namespace: string): Promise<void> {
  const { volume, claim } = pairOf({}, 'both', namespace);
  await applied(client, volume);
  await applied(client, claim);
  await inPhase(client, claim, 'Bound');
  await client.delete(claim);
  await client.delete(volume);
}

async function phaseOf(client: ApiClient, object: KubernetesObject): Promise<string> {
  return (await client.get(object))?.status?.phase ?? 'none';
}

async function inPhase(client: ApiClient, object: KubernetesObject, phase: string): Promise<void> {
  await eventually(`phase ${phase} of ${object.kind} ${object.metadata.name}`, async () => {
    return (await phaseOf(client, object)) === phase;
  });
}
