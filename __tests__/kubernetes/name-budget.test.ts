import {
  claimTemplateNameBudget,
  cronJobNameBudget,
  statefulSetNameBudget,
} from '../../lib/kubernetes/name-budget';

test('a 58-character StatefulSet name is over its budget: 52, for the revision hash label', () => {
  expect(statefulSetNameBudget(2)).toEqual({ max: 52, because: expect.stringMatching(/revision hash/) });
});

test.each([
  [0, 52],
  [999_999_999, 52],
  [9_999_999_999, 52],
  [99_999_999_999, 51],
])('a StatefulSet with ordinals up to %p may have a name of %p characters', (ordinal, max) => {
  expect(statefulSetNameBudget(ordinal).max).toBe(max);
});

test('a set without pods has the budget of one pod', () => {
  expect(statefulSetNameBudget(-1)).toEqual(statefulSetNameBudget(0));
});

test('a claim template names a volume of the pod', () => {
  expect(claimTemplateNameBudget('postgres', 2)).toEqual({
    max: 63,
    because: expect.stringMatching(/volume/),
  });
});

test('behind a very long set the claim names are what is short', () => {
  const budget = claimTemplateNameBudget('a'.repeat(200), 10);
  expect(budget).toEqual({ max: 253 - 204, because: expect.stringMatching(/204 characters/) });
});

test('a CronJob name leaves room for the time in its jobs names', () => {
  expect(cronJobNameBudget().max).toBe(52);
});
