import { readDocuments, SourceFile } from '../../lib/manifest-files';
import { documentsOf, problemLines, problemsOf, valuesOf } from './documents-of';

describe('a file', () => {
  it.each<[string, unknown[]]>([
    ['', []],
    ['# a\n---\n---\n# b\nnull\n', []],
    ['a: 1', [{ a: 1 }]],
    ['---\na: 1\n---\nb: 2\n---\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\n--- # the second\nb: 2\n---   \nc: 3\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['a: 1\r\n---\r\nb: |\r\n  c\r\n  d\r\n', [{ a: 1 }, { b: 'c\nd\n' }]],
    ['\ufeffa: 1\n', [{ a: 1 }]],
    ['\ufeff---\na: 1\n', [{ a: 1 }]],
    ['a: |\n  ---\n  b\n', [{ a: '---\nb\n' }]],
    ['{"a": 1}', [{ a: 1 }]],
    ['{"a": "\\u00e9\\/\\ud83d\\ude00"}', [{ a: '\u00e9/\u{1f600}' }]],
    ['{"a": "}{"}{"b": 2}\n\n{"c": 3}\n', [{ a: '}{' }, { b: 2 }, { c: 3 }]],
    ['{"a": 1}\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['{\n\t"a": [\n\t\t1\n\t]\n}\n', [{ a: [1] }]],
    ['{a: b}\n', [{ a: 'b' }]],
    ['- a\n---\nb\n', [['a'], 'b']],
  ])('holds these documents: %j', (text, values) => {
    expect({ problems: problemsOf(text), values: valuesOf(text) }).toEqual({ problems: [], values });
  });

  it.each([
    ['a: 1\n--- {b: 2}\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\n---- b\nc: 3\n', [{ a: 1 }, { c: 3 }]],
  ])('where dashes begin more than a separator is refused by kubectl: %j', (text, values) => {
    expect(problemLines(text)).toEqual(['document-separator 2:1']);
    expect(valuesOf(text)).toEqual(values);
  });

  it('is cut at every separator, where several follow each other too', () => {
    expect(problemLines('a: 1\n---\n--- b: 2\n---\n---\nc: 3\n')).toEqual(['document-separator 3:1']);
    expect(problemLines('a: 1\n--- {"b": 2}{"c": 3}\n')).toEqual(['document-separator 2:1']);
    expect(valuesOf('\ufeff{"a": 1}{"b": 2}\n---\nc: 3')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  it('loses what follows a document without a separator', () => {
    expect(problemLines('a: 1\n...\nb: 2\n')).toEqual(['ignored-document 3:1']);
    expect(problemsOf('a: 1\n...\nb: 2\n')[0]).toMatchObject({ level: 'broken' });
    expect(problemLines('[a]\n[b]\n')).toEqual(['ignored-document 2:1']);
    expect(problemsOf('a: 1\n...\n# the end\n...\n')).toEqual([]);
  });

  it('is read on where one document cannot be', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: "\n---\nd: 4\n';
    expect(valuesOf(text)).toEqual([{ a: 1 }, undefined, undefined, { d: 4 }]);
    expect(problemLines(text)).toEqual(['yaml-syntax 3:4', 'yaml-syntax 5:4']);
  });
});

describe('documents', () => {
  it('are counted through all files', () => {
    const files = ['a: 1\n---\n---\nb: [', 'c: 3'].map(
      (text, at) => new SourceFile(`${at}.yaml`, Buffer.from(text)),
    );
    const documents = readDocuments(files);
    expect(documents.map(({ index, file }) => [index, file.name])).toEqual([
      [0, '0.yaml'],
      [1, '0.yaml'],
      [2, '1.yaml'],
    ]);
    expect(documents[1]?.findings()[0]).toMatchObject({
      object: { index: 1 },
      location: { file: '0.yaml', line: 4 },
    });
  });

  it('keep a key called __proto__ as a field', () => {
    const [value] = valuesOf('__proto__:\n  a: 1\nconstructor: b\n') as [Record<string, unknown>];
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('keep it when they merge it', () => {
    const [value] = valuesOf('a: &x {__proto__: {b: 1}}\nc: {<<: *x}\n') as [{ c: object }];
    expect(Object.keys(value.c)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value.c)).toBe(Object.prototype);
  });

  it('say that they could not be read', () => {
    expect(documentsOf('a: [').map(({ isUnreadable }) => isUnreadable)).toEqual([true]);
    expect(documentsOf('a: 1').map(({ isUnreadable }) => isUnreadable)).toEqual([false]);
  });
});
