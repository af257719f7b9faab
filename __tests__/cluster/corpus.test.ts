import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify';
import type { KubernetesObject } from '../../scripts/cluster/api-client';
import { addPrerequisites, remove } from '../../scripts/cluster/prerequisites';
import { together } from '../../scripts/cluster/together';
import { verdictOf } from '../../scripts/cluster/verdict';
import { exceptionOf } from '../../scripts/conformance/exceptions';
import {
  createVerdicts,
  isRecorded,
  RECORDED_VERSIONS,
  type RecordedVersion,
  type Row,
  type Verdict,
} from '../../scripts/conformance/verdicts';
import { onCluster, whereAllowed } from './harness/clusters';

/** One in so many recorded manifests is asked again. */
const SAMPLE = 6;
/** The manifests that the verifier lets through although the server refuses them, at most, in percent. */
const MOST_MISSED = 0.1;

onCluster([], cluster => {
  const { access, client } = cluster;
  if (!isRecorded()) {
    test.skip('the recorded verdicts are not beside the repository', () => undefined);
    return;
  }
  const version = access.minor as KubernetesVersion;
  /** What the server says now, by row; without what depends on the state of the cluster. */
  let asked: { row: Row; verdict: Verdict }[];

  let made: KubernetesObject[] = [];
  afterAll(() => remove(client, made));
  beforeAll(async () => {
    const all = createVerdicts();
    const bases = all.filter(({ path }) => path === '').map(({ manifest }) => manifest);
    made = await addPrerequisites(client, bases, 'default');
    const apiVersions = new Map(
      all
        .filter(({ path }) => path === '')
        .map(({ base, manifest }) => [base, manifest.apiVersion as string]),
    );
    const rows = all.filter(
      // The address says the namespace, too: one that differs is refused before anything else is looked at.
      ({ base, path }, index) =>
        index % SAMPLE === 0 && path !== 'metadata.namespace' && apiVersions.has(base),
    );
    const verdicts = await together(rows, ({ base, manifest }) =>
      verdictOf(client, {
        apiVersion: apiVersions.get(base) as string,
        kind: base.slice(0, base.indexOf('/')),
        namespace: 'default',
        manifest,
      }),
    );
    asked = rows.flatMap((row, index) => {
      const verdict = verdicts[index];
      return verdict && verdict.stage !== 'admission' ? [{ row, verdict }] : [];
    });
  });

  whereAllowed(cluster, ['cluster-objects'], () => {
    test('most of the sample is answered without a look at the state of the cluster', () => {
      expect(asked.length).toBeGreaterThan((0.9 * createVerdicts().length) / SAMPLE);
    });
  });

  test('the server says what was recorded', () => {
    if (!isRecordedVersion(access.minor)) return;
    const minor = access.minor;
    const different = asked.filter(({ row, verdict }) => {
      const recorded = row.verdict[minor];
      return recorded && recorded.stage !== 'admission' && textOf(recorded) !== textOf(verdict);
    });
    expect(different.map(({ row, verdict }) => `${nameOf(row)}: ${textOf(verdict)}`)).toEqual([]);
  });

  test('the server refuses what the verifier rejects, and takes the rest', () => {
    const judged = asked.map(({ row, verdict }) => ({
      row,
      accepted: verdict.accepted,
      rejected: verify([row.manifest], { kubernetesVersion: version }).findings.some(
        ({ level }) => level === 'rejected',
      ),
    }));
    const falselyRejected = judged.filter(
      ({ row, accepted, rejected }) =>
        accepted &&
        rejected &&
        !(isRecordedVersion(version) && exceptionOf(version, row.base, row.path, row.mutation)),
    );
    const missed = judged.filter(({ accepted, rejected }) => !accepted && !rejected);
    expect(falselyRejected.map(({ row }) => nameOf(row))).toEqual([]);
    expect((100 * missed.length) / judged.length).toBeLessThanOrEqual(MOST_MISSED);
  });
});

function isRecordedVersion(minor: string): minor is RecordedVersion {
  return (RECORDED_VERSIONS as readonly string[]).includes(minor);
}

function nameOf({ base, path, mutation }: Row): string {
  return `${base} ${path} ${mutation}`;
}

/** Accepted, or the stage and what the errors are of. */
function textOf({ accepted, stage, causes = [] }: Verdict): string {
  return accepted ? 'accepted' : `${stage} ${causes.map(cause => cause.join(' ')).join(', ')}`;
}
