import { usesName } from '../../../lib/verify/cel/uses-name';

test.each([
  'oldSelf',
  'self == oldSelf',
  '!has(oldSelf.a) || has(self.a)',
  'self.all(x, x in oldSelf)',
  'oldSelf.orValue(1) > 0',
  '[1, oldSelf]',
  "{'a': oldSelf}",
  "{oldSelf: 'a'}",
  'self ? 1 : oldSelf[0]',
  'oldSelf +',
])('%s uses oldSelf', expression => {
  expect(usesName(expression, 'oldSelf')).toBe(true);
});

test.each([
  "self == 'oldSelf'",
  'self.oldSelf',
  'has(self.oldSelf)',
  'true // oldSelf',
  'self.oldSelf()',
  'self +',
])('%s does not', expression => {
  expect(usesName(expression, 'oldSelf')).toBe(false);
});
