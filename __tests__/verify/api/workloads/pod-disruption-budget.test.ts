import { validatePodDisruptionBudget } from '../../../../lib/verify/api/workloads/pod-disruption-budget';
import { judged, SELECTOR } from './judged';

const budget = (spec: object, name = 'web') =>
  judged(validatePodDisruptionBudget, { metadata: { name }, spec });

test.each([
  [{}, []],
  [{ minAvailable: 1, selector: SELECTOR }, []],
  [{ maxUnavailable: '100%', unhealthyPodEvictionPolicy: 'AlwaysAllow' }, []],
  [{ minAvailable: 0, maxUnavailable: 0 }, ['Invalid spec']],
  [{ minAvailable: -1 }, ['Invalid spec.minAvailable']],
  [{ minAvailable: '1' }, ['Invalid spec.minAvailable']],
  [{ maxUnavailable: '101%' }, ['Invalid spec.maxUnavailable']],
  [{ selector: { matchLabels: { app: '-' } } }, ['Invalid spec.selector.matchLabels']],
  [{ unhealthyPodEvictionPolicy: '' }, ['NotSupported spec.unhealthyPodEvictionPolicy']],
])('%j', (spec, expected) => {
  expect(budget(spec)).toEqual(expected);
});

test('the name is any part of a path', () => {
  expect(budget({}, 'Web_1')).toEqual([]);
  expect(budget({}, 'a/b')).toEqual(['Invalid metadata.name']);
});
