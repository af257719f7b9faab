import { readDocuments, SourceFile } from '../../lib/manifest-files';
import { verify } from '../../lib/verify';
import { documentsOf, problemLines, problemsOf, valuesOf } from './documents-of';

const MIB = 1024 * 1024;
const GOOD = Buffer.from('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n');

/** How long something takes, in milliseconds. */
function timeOf(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** A file before one that is in order: what is found in it, and whether the other one is read all the same. */
function beside(bad: Buffer | string): string[] {
  const files = [new SourceFile('bad.yaml', Buffer.from(bad)), new SourceFile('good.yaml', GOOD)];
  const documents = readDocuments(files);
  expect(documents.at(-1)?.value).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'good' },
  });
  return documents
    .flatMap(document => document.findings())
    .map(({ rule, location: { file, line, column } }) => `${rule} ${file}:${line}:${column}`);
}

describe('bad input', () => {
  it.each<[string, Buffer | string, string]>([
    ['a NUL byte', 'a: 1\nb: c\0d\n', 'yaml-syntax bad.yaml:2:5'],
    ['a control character', 'a: \x1b[31m\n', 'yaml-syntax bad.yaml:1:4'],
    [
      'invalid UTF-8',
      Buffer.from([0x61, 0x3a, 0x20, 0x0a, 0x62, 0x3a, 0x20, 0xc3, 0x28]),
      'invalid-utf8 bad.yaml:2:4',
    ],
    ['half a character at the end', Buffer.from('a: \u{1f600}').subarray(0, -1), 'invalid-utf8 bad.yaml:1:4'],
    ['UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), 'invalid-utf8 bad.yaml:1:1'],
    ['a file that ends in a quote', 'a:\n  b: "c', 'yaml-syntax bad.yaml:2:6'],
    ['a file that ends in brackets', '{"a": {"b": [1, 2', 'yaml-syntax bad.yaml:1:13'],
    ['a file that ends in a key', 'a: 1\nb', 'yaml-syntax bad.yaml:2:1'],
    ['indentation by tabs', 'a:\n\tb: 1\n', 'yaml-syntax bad.yaml:2:1'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'invalid-utf8 bad.yaml:1:1'],
  ])('is a finding with its place, and hides nothing else: %s', (_, bad, line) => {
    expect(beside(bad)).toEqual([line]);
  });

  it('may hide nothing in its own file either', () => {
    const bytes = Buffer.concat([Buffer.from('a: \xff\n---\n', 'latin1'), GOOD]);
    expect(valuesOf(bytes)).toEqual([undefined, expect.objectContaining({ kind: 'ConfigMap' })]);
  });

  it('may be Windows text', () => {
    expect(valuesOf('\ufeffa: 1\r\nb:\r\n  - |\r\n    c\r\n')).toEqual([{ a: 1, b: ['c\n'] }]);
  });

  it.each(['- a\n', 'a\n', '1\n', '[]', '"a"', 'true'])(
    'is judged by the verifier where it is no object: %j',
    text => {
      const { findings } = verify(valuesOf(text));
      expect(findings).toEqual([expect.objectContaining({ rule: 'not-an-object', errorType: 'Decode' })]);
    },
  );
});

describe('nesting', () => {
  it.each([
    ['lists in brackets', '['.repeat(10_000)],
    ['maps in brackets', '{a: '.repeat(10_000)],
    ['JSON', '{"a":'.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['keys', '? '.repeat(10_000)],
    ['maps', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ])('that is too deep is one finding: %s', (_, text) => {
    expect(problemLines(text)).toEqual([expect.stringMatching(/^nesting-too-deep \d+:\d+$/)]);
  });

  it('of a thousand levels is read', () => {
    expect(problemsOf(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toEqual([]);
    expect(problemsOf(`${'- '.repeat(1000)}a`)).toEqual([]);
  });
});

describe('aliases of aliases', () => {
  /** Each line stands for ten times what the one before it stands for. */
  function bomb(lines: number): string {
    const first = `a0: &a0 [${Array(10).fill('x').join()}]\n`;
    const others = Array.from(
      { length: lines },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join()}]\n`,
    );
    return first + others.join('');
  }

  it('are refused before they are followed', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${bomb(30).replace(/^/gm, '  ')}`;
    let lines: string[] = [];
    expect(timeOf(() => (lines = beside(text)))).toBeLessThan(500);
    // At the alias that goes too far, not at the end.
    expect(lines).toEqual([expect.stringMatching(/^excessive-aliases bad\.yaml:([5-9]|\d\d):\d+$/)]);
  });

  it('are refused in merges too', () => {
    const text = Array.from({ length: 40 }, (_, at) =>
      at === 0
        ? 'a0: &a0 {x: [1, 2, 3]}\n'
        : `a${at}: &a${at} {p: {<<: *a${at - 1}}, q: {<<: *a${at - 1}}}\n`,
    ).join('');
    expect(
      timeOf(() => expect(problemLines(text)).toEqual([expect.stringMatching(/^excessive-aliases/)])),
    ).toBeLessThan(500);
  });

  it('are read where they stand for little', () => {
    expect(problemsOf(bomb(2))).toEqual([]);
  });
});

describe('size', () => {
  it('of a document is bounded, and the next document is read', () => {
    const file = Buffer.concat([
      Buffer.from('a: "'),
      Buffer.alloc(100 * MIB, 'x'),
      Buffer.from('"\n---\n'),
      GOOD,
    ]);
    let documents: ReturnType<typeof documentsOf> = [];
    expect(timeOf(() => (documents = documentsOf(file)))).toBeLessThan(3000);
    expect(documents.map(({ value }) => value)).toEqual([
      undefined,
      expect.objectContaining({ kind: 'ConfigMap' }),
    ]);
    expect(documents[0]?.findings()).toEqual([
      expect.objectContaining({
        rule: 'document-too-large',
        location: { file: 'a.yaml', line: 1, column: 1 },
      }),
    ]);
  });

  it.each([
    ['a block of text', `a: |\n${'  text of a line\n'.repeat(MIB / 4)}`],
    [
      'one line of JSON',
      `{"a": [${Array(MIB / 8)
        .fill('{"b": 1}')
        .join()}]}`,
    ],
    ['a text in quotes', `a: "${'x y '.repeat(MIB)}"`],
    ['a text of many lines', `a: ${'x\n  '.repeat(MIB)}`],
    ['comments', '# comment\n'.repeat(MIB)],
    ['a list', `a:\n${'- b\n'.repeat(MIB / 4)}`],
    ['anchors', `a:\n${'- &a b\n'.repeat(MIB / 4)}`],
    ['brackets that are never closed', `a: [${'b, '.repeat(MIB / 4)}`],
  ])('of several MiB takes time in proportion: %s', (_, text) => {
    expect(timeOf(() => problemsOf(text))).toBeLessThan(3000);
  });

  it('of what is found is bounded', () => {
    const text = `a: 1\n${'a: 2\n'.repeat(100_000)}`;
    expect(timeOf(() => expect(problemsOf(text)).toHaveLength(1000))).toBeLessThan(2000);
  });

  it('of an input is bounded in documents', () => {
    const documents = documentsOf('a\n---\n'.repeat(300_000));
    expect(documents).toHaveLength(200_001);
    expect(documents.at(-1)?.findings()).toEqual([
      expect.objectContaining({
        rule: 'too-many-documents',
        location: { file: 'a.yaml', line: 400_001, column: 1 },
      }),
    ]);
  });
});
