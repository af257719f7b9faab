import { type LabelSelectorSpec, selectorMatches } from '../../lib/kubernetes/label-selector';

const labels = { app: 'web', slot: 'blue' };

const matching: LabelSelectorSpec[] = [
  {},
  { matchLabels: {} },
  { matchLabels: { app: 'web' } },
  { matchLabels: { app: 'web', slot: 'blue' } },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] },
  { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] },
  { matchExpressions: [{ key: 'slot', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
];

const failing: LabelSelectorSpec[] = [
  { matchLabels: { app: 'api' } },
  { matchLabels: { app: 'web', slot: 'green' } },
  { matchLabels: { tier: 'web' } },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }] },
  { matchExpressions: [{ key: 'app', operator: 'In' }] },
  { matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
  { matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
  { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'slot', operator: 'DoesNotExist' }] },
];

test.each(matching)('%j matches', selector => {
  expect(selectorMatches(selector, labels)).toBe(true);
});

test.each(failing)('%j does not match', selector => {
  expect(selectorMatches(selector, labels)).toBe(false);
});

test('a label called like a method of objects is no label that an object bears', () => {
  expect(selectorMatches({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, {})).toBe(false);
});
