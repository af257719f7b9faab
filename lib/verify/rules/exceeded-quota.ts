import { dataAt, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from '../relations/index-on-demand';
import { demandByNamespace } from '../relations/resource-demand';
import type { Rule } from '../rule';
import { limitsByNamespace } from '../state/container-limits';
import { amountsOf } from '../state/container-resources';

const demands = indexOnDemand(set => demandByNamespace(set, limitsByNamespace(set.ofKind('LimitRange'))));

/** The quota's short words for requests. */
const LONG_WORDS: Readonly<Record<string, string>> = { cpu: 'requests.cpu', memory: 'requests.memory' };

/** A quota that is too small for the workloads beside it. */
export const exceededQuota: Rule = {
  meta: {
    id: 'exceeded-quota',
    level: 'risky',
    kinds: ['ResourceQuota'],
    summary: 'the workloads of the input ask for more than a quota of their namespace',
    why: 'the pods or claims beyond the quota are refused, in an update or under load above all, when surge and autoscaler ask for the most',
    fix: 'raise the quota, or lower replicas, surge or requests',
    see: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  },
  check(quota, set) {
    const spec = dataAt(quota.data, 'spec');
    // A quota with scopes counts some pods only.
    if (spec.scopeSelector || (Array.isArray(spec.scopes) && spec.scopes.length > 0)) return [];
    const hard = [...amountsOf(spec.hard)].filter(([word]) => !word.startsWith('count/'));
    const demand = hard.length > 0 ? demands(set).get(namespaceOf(quota)) : undefined;
    if (!demand) return [];
    return hard.flatMap(([word, most]) => {
      const asked = demand.get(LONG_WORDS[word] ?? word) ?? 0n;
      if (asked <= most) return [];
      return [
        {
          path: `spec.hard[${word}]`,
          value: dataAt(spec, 'hard')[word],
          message: `is less than the ${quantityText(asked)} that the workloads and claims of the input ask for at most, surge and autoscalers counted`,
        },
      ];
    });
  },
};

const NANO = 1_000_000_000n;
const UNITS = [
  ['Gi', 1024n ** 3n],
  ['Mi', 1024n ** 2n],
] as const;

/** An amount in billionths as a quantity, rounded up to thousandths. */
function quantityText(nanos: bigint): string {
  const milli = (nanos + 999_999n) / 1_000_000n;
  if (milli % 1000n !== 0n) return `${milli}m`;
  const [suffix, size] = UNITS.find(([, unit]) => nanos % (unit * NANO) === 0n) ?? ['', 1n];
  return `${nanos / NANO / size}${suffix}`;
}
