import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { compile } from '../../../lib/verify/cel/compile';
import { functionsOf } from '../../../lib/verify/cel/kubernetes-functions';
import { readType } from '../../../lib/verify/cel/signatures';
import { DYN, objectType, STRING, typeText } from '../../../lib/verify/cel/types';

const variables = new Map([
  ['object', DYN],
  ['request', objectType('Request')],
  ['names', readType('list<string>')],
  ['labels', readType('map<string,string>')],
  ['limit', readType('#kubernetes.Quantity')],
  ['a.b', STRING],
]);
const objects = new Map([
  [
    'Request',
    new Map([
      ['name', STRING],
      ['user', objectType('User')],
    ]),
  ],
  ['User', new Map([['groups', readType('list<string>')]])],
  ['Loose', undefined],
]);

/** The type of an expression, or `-` and the columns of what is wrong with it. */
function typeOf(source: string, version: KubernetesVersion = '1.36'): string {
  const { type, complaints } = compile(source, { functions: functionsOf(version), variables, objects });
  return type
    ? typeText(type)
    : `- ${complaints.map(text => /column (\d+)/.exec(text)?.[1]).join(' ')}`.trim();
}

test.each([
  ['1', 'int'],
  ['0x1F', 'int'],
  ['-9223372036854775808', 'int'],
  ['1u', 'uint'],
  ['1.5e3', 'double'],
  ['.5', 'double'],
  ['true', 'bool'],
  ['null', 'null'],
  [`'it' + "is"`, 'string'],
  [`'''it's'''`, 'string'],
  [`"""a\n"b" """`, 'string'],
  [String.raw`r'\d'`, 'string'],
  [String.raw`'\n\x41\u00e9\101'`, 'string'],
  [`b'a'`, 'bytes'],
  ['[]', 'list(dyn)'],
  ['[1, 2,]', 'list(int)'],
  ['{"a": 1}', 'map(string, int)'],
  ['1 // one', 'int'],
])('%s is read', (source, type) => {
  expect(typeOf(source)).toBe(type);
});

test.each([
  '',
  '1 +',
  '(1',
  '[1',
  '{1}',
  `'a`,
  `'a\nb'`,
  String.raw`'\q'`,
  'é',
  'if',
  'a.in',
  '9223372036854775808',
])('%j is not read', source => {
  expect(typeOf(source)).toMatch(/^- \d+$/);
});

test.each([
  '18446744073709551616u',
  '1e999',
  'object..a',
  'has(object)',
  'names.all(a.b, true)',
  '1 ? 2',
  '!',
  '{1:}',
])('%j is not read either', source => {
  expect(typeOf(source)).toMatch(/^- \d+$/);
});

test.each([
  ['object.spec.replicas <= 5', 'bool'],
  ['object.a', 'dyn'],
  ['object.a ? 1 : 2', 'int'],
  ['true ? true : object.a', 'dyn'],
  ['1 < 2.0', 'bool'],
  ['-1 * 2 % 3', 'int'],
  ['!object.a', 'bool'],
  ['"a" in names', 'bool'],
  ['"a" in labels', 'bool'],
  ['names[0]', 'string'],
  ['labels.app', 'string'],
  ['labels["app"]', 'string'],
  ['a.b', 'string'],
  ['request.user.groups', 'list(string)'],
  ['type(1) == int', 'bool'],
  ['size(names) + names.size()', 'int'],
  ['names.map(n, n.size())', 'list(int)'],
  ['names.map(n, n != "", n)', 'list(string)'],
  ['names.filter(n, n.startsWith("a"))', 'list(string)'],
  ['labels.all(k, k != "")', 'bool'],
  ['names.exists_one(n, n == "a")', 'bool'],
  ['object.list.all(x, x.y)', 'bool'],
  ['has(object.a.b) && has(labels.app)', 'bool'],
  ['object.?a.orValue("")', 'dyn'],
  ['labels[?"a"].orValue("")', 'string'],
  ['optional.of(1).hasValue()', 'bool'],
  ['request.?name', 'optional(string)'],
  ['labels[?"a"].optMap(v, v.size())', 'optional(int)'],
  ['labels[?"a"].optFlatMap(v, labels[?v])', 'optional(string)'],
  ['[?labels[?"a"], "b"]', 'list(string)'],
  ['9223372036854775807', 'int'],
  ['timestamp("2024-01-01T00:00:00Z") - duration("1h30m")', 'timestamp'],
  ['limit.isGreaterThan(quantity("1Gi"))', 'bool'],
  ['names.join(",").split(",")', 'list(string)'],
  ['"%s".format([names])', 'string'],
  ['sets.contains(names, ["a"])', 'bool'],
  ['[3, 1].isSorted()', 'bool'],
  ['labels.transformList(k, v, v)', 'list(string)'],
  ['Loose{anything: 1}', 'Loose'],
  ['Request{name: "a"}.name', 'string'],
  ['request == null', 'bool'],
])('%s comes to %s', (source, type) => {
  expect(typeOf(source)).toBe(type);
});

test.each([
  ['other', '- 1'],
  ['x + y', '- 1 5'],
  ['1 + "a"', '- 3'],
  ['1 == 1.0', '- 3'],
  ['1 == null', '- 3'],
  ['!1', '- 1'],
  ['object.a && 1', '- 10'],
  ['[1, "a"]', '- 5'],
  ['{"a": 1, 2: 3}', '- 10'],
  ['request.other', '- 8'],
  ['"a".b', '- 4'],
  ['names["a"]', '- 6'],
  ['names.foo()', '- 6'],
  ['foo(1)', '- 1'],
  ['object.a.startsWith(1)', '- 9'],
  ['names.all(n, n)', '- 14'],
  ['names.all(n, n > 1)', '- 16'],
  ['"a".all(c, true)', '- 4'],
  ['"a".optMap(c, true)', '- 4'],
  ['[[1]] + [["a"]]', '- 7'],
  ['Other{}', '- 6'],
  ['Request{name: 1}', '- 15'],
  ['Request{other: 1}', '- 16'],
  ['"a".matches("(")', '- 4'],
  ['duration("1 hour")', '- 1'],
  ['timestamp("today")', '- 1'],
])('%s does not compile: %s', (source, expected) => {
  expect(typeOf(source)).toBe(expected);
});

test.each<[string, KubernetesVersion, KubernetesVersion]>([
  ['object.?a', '1.28', '1.29'],
  ['quantity("1").isInteger()', '1.28', '1.29'],
  ['1 < 2.0', '1.28', '1.29'],
  ['sets.contains([1], [1])', '1.29', '1.30'],
  ['duration("x") == duration("y")', '1.30', '1.29'],
  ['ip("::1").family()', '1.30', '1.31'],
  ['format.dns1123Label().validate("a")', '1.31', '1.32'],
  ['labels.all(k, v, k == v)', '1.33', '1.34'],
])('%s does not compile in %s, and does in %s', (source, without, within) => {
  expect(typeOf(source, without)).toMatch(/^-/);
  expect(typeOf(source, within)).not.toMatch(/^-/);
});

test('a macro’s variable hides what was there', () => {
  expect(typeOf('[1].all(object, object > 0)')).toBe('bool');
  expect(typeOf('["x"].all(a, a.b == 1)')).toBe('- 15');
});

test('nesting has an end, and no depth is a crash', () => {
  expect(typeOf(`${'('.repeat(100)}1${')'.repeat(100)}`)).toBe('int');
  expect(typeOf(`${'('.repeat(100_000)}1`)).toMatch(/^- \d+$/);
  expect(typeOf('1'.padEnd(400_001, '+1'))).toMatch(/int|^-$/);
});

test('a complaint says where', () => {
  const { complaints } = compile('true &&\n  other', { functions: functionsOf('1.36'), variables, objects });
  expect(complaints).toEqual([expect.stringMatching(/'other'.*line 2, column 3/)]);
});
