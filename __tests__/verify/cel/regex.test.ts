import { regexComplaint } from '../../../lib/verify/cel/regex';

test.each([
  '',
  '^[a-z]([-a-z0-9]*[a-z0-9])?$',
  '(?i)abc',
  '(?P<name>a)(?<other>b)(?:c)(?s-i:d)',
  '[]a]',
  '[^]]',
  '[[:alpha:]\\d\\]]',
  'a{2}b{2,}c{2,3}?',
  'a{,2}',
  '{',
  '^*',
  'a|b||c',
  '\\Q(*\\E',
  '\\pL\\p{Greek}\\x41\\x{1F600}\\012',
  'a+?b*?c??',
  '\\.\\-\\/',
])('%j is a regular expression of Go', pattern => {
  expect(regexComplaint(pattern)).toBeUndefined();
});

test.each([
  ['(', /'\('/],
  ['a)', /'\)'/],
  ['[a', /'\['/],
  ['a\\', /backslash/],
  ['*a', /nothing before/],
  ['(+)', /nothing before/],
  ['a|*', /nothing before/],
  ['a**', /repetition/],
  ['a{2}{3}', /repetition/],
  ['(?=a)', /lookahead/],
  ['(?<!a)b', /lookahead/],
  ['(a)\\1', /backreference/],
  ['\\e', /escape/],
  ['a{1001}', /1000/],
  ['a{3,2}', /range/],
])('%j is none', (pattern, complaint) => {
  expect(regexComplaint(pattern)).toMatch(complaint);
});
