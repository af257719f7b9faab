import { FieldErrors } from '../../../lib/verify/api/field-errors';
import {
  isEmptySelector,
  type LabelSelector,
  matchesLabels,
  validateLabelSelector,
} from '../../../lib/verify/api/label-selector';
import { FieldPath } from '../../../lib/verify/field-path';

function judge(selector: LabelSelector | undefined): { readable: boolean; found: string[] } {
  const errors = new FieldErrors('1.28');
  const readable = validateLabelSelector(selector, FieldPath.of('s'), errors);
  return { readable, found: errors.all.map(({ errorType, path }) => `${errorType} ${path}`) };
}
const expression = (requirement: object) => ({ matchExpressions: [{ key: 'app', ...requirement }] });

test.each([
  undefined,
  {},
  { matchLabels: { app: 'web', 'example.com/tier': '' } },
  expression({ operator: 'In', values: ['a', ''] }),
  expression({ operator: 'DoesNotExist', values: [] }),
])('%j can be read', selector => {
  expect(judge(selector)).toEqual({ readable: true, found: [] });
});

test.each([
  [{ matchLabels: { '-': 'web', app: '-' } }, ['Invalid s.matchLabels', 'Invalid s.matchLabels']],
  [expression({ operator: 'In' }), ['Required s.matchExpressions[0].values']],
  [expression({ operator: 'NotIn', values: [] }), ['Required s.matchExpressions[0].values']],
  [expression({ operator: 'Exists', values: ['a'] }), ['Forbidden s.matchExpressions[0].values']],
  [expression({ operator: 'Gt', values: ['1'] }), ['Invalid s.matchExpressions[0].operator']],
  [
    expression({ key: '', operator: 'Exists' }),
    expect.arrayContaining(['Invalid s.matchExpressions[0].key']),
  ],
  [expression({ operator: 'In', values: ['a', '-'] }), ['Invalid s.matchExpressions[0].values[1]']],
])('%j cannot', (selector, expected) => {
  const { readable, found } = judge(selector);
  expect(readable).toBe(false);
  expect(found.map(text => text.replace('FieldValue', ''))).toEqual(expected);
});

test.each([
  [undefined, false],
  [{}, true],
  [{ matchLabels: { app: 'web' } }, true],
  [{ matchLabels: { toString: 'web' } }, false],
  [expression({ operator: 'In', values: ['web'] }), true],
  [expression({ operator: 'In', values: ['db'] }), false],
  [expression({ operator: 'NotIn', values: ['db'] }), true],
  [expression({ key: 'tier', operator: 'NotIn', values: ['db'] }), true],
  [expression({ operator: 'NotIn', values: ['web'] }), false],
  [expression({ operator: 'Exists' }), true],
  [expression({ key: 'tier', operator: 'Exists' }), false],
  [expression({ operator: 'DoesNotExist' }), false],
])('%j matches: %s', (selector, expected) => {
  expect(matchesLabels(selector as LabelSelector | undefined, { app: 'web' })).toBe(expected);
});

test('a selector is empty without labels and expressions', () => {
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
  expect(isEmptySelector(expression({ operator: 'Exists' }))).toBe(false);
});
