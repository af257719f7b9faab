import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify';
import { faultsOf } from '../../scripts/cluster/faults';
import { together } from '../../scripts/cluster/together';
import { verdictOf } from '../../scripts/cluster/verdict';
import type { Verdict } from '../../scripts/conformance/verdicts';
import { onCluster } from './harness/clusters';
import { rareObjects } from './harness/rare-kinds';

const NAMESPACE = 'default';

onCluster(['cluster-objects'], ({ access, client }) => {
  const kubernetesVersion = access.minor as KubernetesVersion;

  test.each(rareObjects().map(base => [`${base.kind} ${base.metadata.name}`, base] as const))(
    '%s with a fault in every field: the server says what the verifier says',
    async (_, base) => {
      const { apiVersion, kind } = base;
      const faults = faultsOf(base);
      const verdicts = await together(faults, ({ manifest }) =>
        verdictOf(client, { apiVersion, kind, namespace: NAMESPACE, manifest }),
      );
      const wrong = faults.flatMap(({ path, name, manifest }, index) => {
        const verdict = verdicts[index];
        if (!verdict || isOfCluster(verdict)) return [];
        const ours = saidOf(manifest, kubernetesVersion);
        const theirs = textOf(verdict);
        const agree = verdict.stage === 'decode' ? ours !== ACCEPTED : ours === theirs;
        return agree ? [] : [`${name} ${path}: the server ${theirs}, the verifier ${ours}`];
      });
      expect(wrong).toEqual([]);
      const [unchanged] = verdicts;
      if (unchanged) expect(textOf(unchanged)).toBe(ACCEPTED);
    },
  );
});

const ACCEPTED = 'takes it';

/** Some are there already, which is found out when all else is fine. */
const PRESENT = /already exists/;

function isTaken({ accepted, message = '' }: Verdict): boolean {
  return accepted || PRESENT.test(message);
}

/** Whether a refusal says nothing of the manifest. */
function isOfCluster(verdict: Verdict): boolean {
  return verdict.stage === 'admission' && !isTaken(verdict);
}

/** What the server finds wrong: each error type and field once. */
function textOf(verdict: Verdict): string {
  return isTaken(verdict)
    ? ACCEPTED
    : errorsIn((verdict.causes ?? []).map(([type, field]) => `${type} ${field}`));
}

function saidOf(manifest: unknown, kubernetesVersion: KubernetesVersion): string {
  const { findings } = verify([manifest], { kubernetesVersion });
  const rejected = findings.filter(({ level }) => level === 'rejected');
  if (rejected.length === 0) return ACCEPTED;
  return errorsIn(rejected.map(({ errorType, path }) => `${errorType} ${path}`));
}

function errorsIn(errors: readonly string[]): string {
  return [...new Set(errors)].sort().join(', ');
}
