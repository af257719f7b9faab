import fc from 'fast-check';
import { stringify } from 'yaml';
import { readDocuments, SourceFile } from '../../lib/manifest-files';
import { verify } from '../../lib/verify';
import { documentsOf, valuesOf } from './documents-of';
import { documentTexts } from './yaml-texts';

const RUNS = { numRuns: 500 };

/** Data as manifests hold it: text that YAML can hold, numbers, lists and maps. */
const data = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** All that a run does with a file, up to the places of what it finds. */
function readAll(bytes: Buffer): void {
  const documents = readDocuments([new SourceFile('a.yaml', bytes)]);
  const { findings } = verify(documents.map(({ value }) => value));
  for (const [at, document] of documents.entries()) {
    document.findings();
    document.locate(findings.filter(({ object }) => object.index === at));
  }
}

describe('reading', () => {
  it('gives back what was written as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), data), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(valuesOf(text)).toEqual([JSON.parse(text)]);
      }),
      RUNS,
    );
  });

  it('gives back what was written as YAML with quotes', () => {
    const options = {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'QUOTE_DOUBLE',
    } as const;
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 20 }), data, { minKeys: 1 }), value => {
        const text = stringify(value, { ...options, lineWidth: 0, aliasDuplicateObjects: false });
        expect(valuesOf(text)).toEqual([JSON.parse(JSON.stringify(value))]);
      }),
      RUNS,
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => readAll(Buffer.from(bytes))),
      RUNS,
    );
  });

  it('survives any text of signs that mean something', () => {
    const sign = fc.constantFrom(
      ...'\n\n \t-?:,[]{}#&*!|>\'"%@`ab01.~<=\\\r\u2028',
      '---',
      '<<',
      ': ',
      '- ',
      '&a ',
      '*a',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), signs => readAll(Buffer.from(signs.join('')))),
      { numRuns: 3000 },
    );
  });

  it('survives manifests that were damaged', () => {
    for (const text of documentTexts(3000, 7)) readAll(Buffer.from(text));
  });

  it('finds every field that it reads', () => {
    const names = fc.dictionary(fc.stringMatching(/^k[a-z./]{0,8}$/), fc.integer(), {
      minKeys: 1,
      maxKeys: 5,
    });
    fc.assert(
      fc.property(names, fc.boolean(), (fields, brackets) => {
        const text = stringify({ a: [fields] }, { collectionStyle: brackets ? 'flow' : 'any' });
        const [document] = documentsOf(text);
        const object = { apiVersion: '', kind: '', name: '', index: 0 };
        for (const [name, value] of Object.entries(fields)) {
          const finding = { rule: 'r', level: 'risky' as const, object, message: '', fix: '' };
          const located = document?.locate([{ ...finding, path: `a[0][${name}]` }]) ?? [];
          const { excerpt, location } = located[0] ?? {};
          const line = text.split('\n')[(location?.line ?? 0) - 1] ?? '';
          expect(line.slice((location?.column ?? 0) - 1)).toMatch(new RegExp(`^${value}\\b`));
          expect(excerpt?.text.slice(excerpt.caret)).toMatch(new RegExp(`^${value}\\b`));
        }
      }),
      RUNS,
    );
  });
});
