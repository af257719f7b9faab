import fc from 'fast-check';
import { stringify } from 'yaml';
import { compose } from '../../lib/manifest-files/composer';
import { PlainDocumentReader } from '../../lib/manifest-files/plain-document';
import { UnreadableDocument } from '../../lib/manifest-files/problem';

const reader = new PlainDocumentReader();

/** What the parser makes of a text: a comment that is not ASCII keeps the reader out. */
function parsed(text: string): unknown {
  try {
    return compose(`${text}\n# \u00e9`, false);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.problem;
    throw error;
  }
}

const oddValue = fc.constantFrom(
  ...[
    '',
    ' ',
    'web',
    '80',
    '0o14',
    'yes',
    '~',
    '.nan',
    '1e3',
    '"80"',
    "'yes'",
    '"a b" ',
    "'it''s'",
    '"a\\n"',
  ],
  ...[
    '[]',
    '{}',
    '[] ',
    '[a]',
    '{a: 1}',
    '|',
    '>-',
    '&a x',
    '*a',
    '!!str 1',
    '-',
    '- x',
    '-c',
    '--',
    '---',
    '...',
  ],
  ...[
    'a: b',
    'a:',
    'a #b',
    'a#b',
    'a  b ',
    '# a',
    '"',
    "'",
    '"a" b',
    '"a": b',
    '<<',
    '@a',
    '%a',
    '?',
    '? a',
    ':a',
  ],
);
const oddKey = fc.constantFrom('y', 'on', 'null', '1', '_a', '__proto__', 'a b', '<<', 'n');
const oddStart = fc.constantFrom(' ', '-   ', '- - ', '-', '\t', '      ');
const often = <T>(arbitrary: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: odd });

const value = often(fc.constantFrom('web', '80', '"a: b"', "'x'", 'true', '/a/b', '[]'), oddValue);
const key = often(fc.constantFrom('a', 'b', 'name', 'app.kubernetes.io/name', 'c', 'd', 'spec'), oddKey);
const start = often(fc.constantFrom('', '  ', '    ', '- ', '  - '), oddStart);
const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(start, key, value).map(([a, b, c]) => `${a}${b}: ${c}`) },
  { weight: 9, arbitrary: fc.tuple(start, key).map(([a, b]) => `${a}${b}:`) },
  { weight: 3, arbitrary: fc.tuple(start, value).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('', '# a', '   # a', '   ', '\r') },
);
const document = fc.array(line, { maxLength: 8 }).map(lines => lines.join('\n'));

/** Data as manifests hold it, with a list or a map in each other. */
const data = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: fc.constantFrom(...'ab01 .-:#/"\'') }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'name', 'spec', 'on'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test.each([
  ['a: 1', { a: 1 }],
  ['a:\n  b: "x"\n  c:\n  - d: true\n    e:\n  - f\n', { a: { b: 'x', c: [{ d: true, e: null }, 'f'] } }],
  ['# head\na: []\n\nb: {}\n', { a: [], b: {} }],
  ['a: \n  b: \n  - c\n  - -1 \n', { a: { b: ['c', -1] } }],
])('%j is plain', (text, expected) => {
  expect(reader.read(text)).toEqual(expected);
});

test.each([
  ...[
    '',
    'a',
    '- a',
    'a: 1\na: 2',
    'a: [1]',
    'a: |\n  b',
    'a: b\n  c',
    'a: b: c',
    'a: "b\\n"',
    'y: 1',
    ' a: 1',
  ],
  ...['a: \u00e9', 'a: 1\r\n', '\ufeffa: 1', '__proto__: 1', 'a: .nan', 'a: &b c', `a:${' '.repeat(3)}# b`],
  ...['a:\n- b: 1\n- c\n  d: 2', 'a: 1\n- b', 'a:\n  b: 1\n - c'],
])('%j is left to the parser', text => {
  expect(reader.read(text)).toBeUndefined();
});

test('a document of more than a hundred maps in each other is left to the parser', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
  expect(reader.read(nested(99))).toEqual(JSON.parse(`${'{"a":'.repeat(99)}null${'}'.repeat(99)}`));
  expect(reader.read(nested(101))).toBeUndefined();
});

test('what is plain is what the parser makes of it', () => {
  let plain = 0;
  fc.assert(
    fc.property(document, text => {
      const read = reader.read(text);
      if (read === undefined) return;
      plain += 1;
      expect(parsed(text)).toEqual({ value: read, problems: [] });
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(200);
});

test('what a generator writes is plain, but for texts that need escapes', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'name'), data, { minKeys: 1 }), value => {
      const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
      const read = reader.read(text);
      if (read !== undefined) expect(parsed(text)).toEqual({ value: read, problems: [] });
    }),
    { numRuns: 1000 },
  );
});

test('a document is read as the first one is, whatever was read before', () => {
  expect(reader.read('a:\n  - b:\n      c:\n')).toEqual({ a: [{ b: { c: null } }] });
  expect(reader.read('a:\n  - b: |\n')).toBeUndefined();
  expect(reader.read('d: 1\n')).toEqual({ d: 1 });
  expect(reader.read('a:\n|')).toBeUndefined();
  expect(reader.read('- a\n')).toBeUndefined();
});
