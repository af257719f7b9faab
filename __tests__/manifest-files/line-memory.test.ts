import fc from 'fast-check';
import { compose } from '../../lib/manifest-files/composer';
import { LineHeads } from '../../lib/manifest-files/line-head';
import { PlainDocumentReader } from '../../lib/manifest-files/plain-document';
import { type ReadProblem, UnreadableDocument } from '../../lib/manifest-files/problem';
import { YamlParser } from '../../lib/manifest-files/yaml-parser';
import { documentsOf } from './documents-of';

/** A comment that is not ASCII keeps the reader of plain documents out. */
const ASIDE = '# \u00e9\n';

/** What is made of a text that stands behind so many characters: its value with its problems, or why there is none. */
function made(text: string, before: number, parser?: YamlParser): unknown {
  const moved = (problem: ReadProblem) => ({ ...problem, offset: problem.offset - before });
  try {
    const { value, problems } = compose(text, false, parser);
    return { value, problems: problems.map(moved) };
  } catch (error) {
    if (error instanceof UnreadableDocument) return moved(error.problem);
    throw error;
  }
}

/** Few lines, so that they stand again and again: as fields, as items, as text, deeper, and as the start of others. */
const line = fc.constantFrom(
  ...['a: 1', 'a: 12', 'a: x', 'a: ', 'a:', 'a: []', 'a: {}', 'a: null', 'a: "x"', "a: 'x'", 'ab: 1', 'b: x'],
  ...['- a: 1', '- a:', '- a: []', '- a', '- b: x', '-   a: 1', '- ab', 'x', '1', '', '# a: 1', 'a: # 1'],
);
const indent = fc.constantFrom('', '', '  ', '  ', '    ', ' ');
const lines = fc
  .array(fc.tuple(indent, line), { minLength: 1, maxLength: 5 })
  .map(all => all.map(([space, text]) => space + text).join('\n'));

/** Where lines may stand: by themselves, below a key, and as text. */
const part = fc.tuple(lines, fc.nat(9)).map(([text, place]) => {
  const deeper = text.replace(/^/gm, '  ');
  switch (place) {
    case 0:
      return `c: |\n${deeper}`;
    case 1:
      return `c: >-\n${deeper}`;
    case 2:
      return `c: "\n${text.replaceAll('"', '')}"`;
    case 3:
      return `c: '\n${deeper.replaceAll("'", '')}'`;
    case 4:
      return `c: word\n${deeper}`;
    case 5:
      return `d:\n${deeper}`;
    case 6:
      return `- ${text}`;
    default:
      return text;
  }
});
const mixed = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('\n'));

type Data = string | readonly Data[] | { readonly [key: string]: Data };

/** Maps and lists in each other, of few keys and values. */
const data = fc.letrec<{ node: Data; map: Data }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('1', '12', 'x', 'x y', '"x"', '[]', '{}', 'null', '1 # a', '|'),
    tie('map'),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  ),
  map: fc.dictionary(fc.constantFrom('a', 'ab', 'b', 'c'), tie('node'), { minKeys: 1, maxKeys: 3 }),
})).map;

/** @param step how much deeper a list stands than the map that it is in. */
function written(node: Data, indent: string, step: string): string {
  if (typeof node === 'string') return `${indent}${node}\n`;
  if (Array.isArray(node)) {
    return node.map(item => `${indent}- ${written(item, `${indent}  `, step).trimStart()}`).join('');
  }
  const fields = Object.entries(node).map(([key, value]) => {
    if (typeof value === 'string') return `${indent}${key}: ${value}\n`;
    return `${indent}${key}:\n${written(value, Array.isArray(value) ? indent + step : `${indent}  `, step)}`;
  });
  return fields.join('');
}

const regular = fc
  .tuple(data, fc.constantFrom('', '  '))
  .map(([value, step]) => written(value, '', step).trimEnd());
const document = fc
  .tuple(fc.oneof(mixed, regular), fc.constantFrom('', '\n', '\n'))
  .map(([text, end]) => text + end);

describe('a line that is remembered', () => {
  it('means what the parser makes of it, wherever it stands, and whatever was read before', () => {
    const parser = new YamlParser();
    let plain = 0;
    fc.assert(
      fc.property(document, text => {
        expect(made(text, 0, parser)).toEqual(made(ASIDE + text, ASIDE.length));
        if (parser.plain.read(text) !== undefined) plain += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(2000);
  });

  it('means the same in the documents of one file', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 5 }), texts => {
        const together = documentsOf(texts.map(text => `${text}\n`).join('---\n'));
        const alone = texts.flatMap(text => documentsOf(`${ASIDE}${text}\n`));
        expect(together.map(({ value }) => value)).toEqual(alone.map(({ value }) => value));
        expect(together.map(({ isUnreadable }) => isUnreadable)).toEqual(
          alone.map(({ isUnreadable }) => isUnreadable),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a: 1', 'a: 12\n', { a: 12 }],
    ['a: x\n', 'a: xy\n', { a: 'xy' }],
    ['a:\n', 'a: 1\n', { a: 1 }],
    ['a: 1\n', 'a:\n', { a: null }],
    ['a: 1\n', 'a: \n', { a: null }],
    ['a:\n  b: 1\n', 'a:\n- b: 1\n', { a: [{ b: 1 }] }],
  ])('is not the beginning of another: %j before %j', (before, text, value) => {
    const reader = new PlainDocumentReader();
    reader.read(before);
    expect(reader.read(text)).toEqual(value);
  });

  it.each(['[]', '{}'])('has a value of its own each time where that is %s', text => {
    const reader = new PlainDocumentReader();
    const [first, second] = [1, 2].map(() => reader.read(`a: ${text}\n`)?.a);
    expect(first).toEqual(JSON.parse(text));
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it('may be read with many others', () => {
    const reader = new PlainDocumentReader();
    for (let round = 0; round < 2; round += 1) {
      const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, at]));
      const text = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
      expect(reader.read(text.join(''))).toEqual(fields);
    }
  });
});

describe('heads of lines', () => {
  it('are remembered, but not without end', () => {
    const heads = new LineHeads();
    const head = heads.find('a: ');
    expect(heads.find('a: ')).toBe(head);
    for (let at = 0; at < 5000; at += 1) heads.find(`k${at}: `);
    expect(heads.find('a: ')).not.toBe(head);
    expect(heads.find('a: ')).toEqual(expect.objectContaining({ key: 'a', column: 0 }));
  });

  it('are not looked up where they are long', () => {
    expect(new LineHeads().find(`${'a'.repeat(400)}: `)).toBeDefined();
    expect(new LineHeads().find(`${'a'.repeat(500)}: `)).toBeUndefined();
  });

  it.each(['a', 'a:', 'a:b', 'a :', '- - a: ', 'yes: ', '1: ', '"a": ', 'a\nb: '])(
    'are keys that are words alone, with what follows them: not %j',
    text => {
      expect(new LineHeads().find(text)).toBeUndefined();
    },
  );
});
