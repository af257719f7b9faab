import { DisruptionBudget, type DisruptionLimit } from '../../lib/governance/disruption-budget';
import { manifestOf, testChart } from '../render';

const budget = (limit: DisruptionLimit) => {
  const chart = testChart();
  new DisruptionBudget(chart, 'budget', { ...limit, metadata: { name: 'web' }, matchLabels: { app: 'web' } });
  return chart;
};

test.each<DisruptionLimit>([{ maxUnavailable: 1 }, { minAvailable: '50%' }, { maxUnavailable: 0 }])(
  '%j',
  limit => {
    expect(manifestOf(budget(limit), 'PodDisruptionBudget').spec).toEqual({
      ...limit,
      selector: { matchLabels: { app: 'web' } },
    });
  },
);

test.each([-1, 1.5, 'half', '50'])('a limit of %j is refused', limit => {
  expect(() => budget({ maxUnavailable: limit })).toThrow(
    /maxUnavailable must be a whole number or a percentage/,
  );
});
