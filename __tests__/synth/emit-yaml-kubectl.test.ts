import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { emitDocument } from '../../lib/synth/emit-yaml';
import { comparison } from '../manifest-files/kubectl-yaml';
import { document, text } from './yaml/hard-data';

const SEED = 20_261_121;
const DOCUMENTS = 10_000;

const { compare, asked } = comparison();

/** Of these values, those that the library reads otherwise from the text that they are written as. */
function misread(values: readonly unknown[], write: (value: unknown) => string): unknown[] {
  const texts = values.map(write);
  const answers = asked(texts);
  return values.flatMap((value, at) => {
    const answer = answers[at];
    const isSame =
      answer?.error === undefined && JSON.stringify(sorted(answer?.json)) === JSON.stringify(sorted(value));
    return isSame ? [] : [{ value, text: texts[at], answer }];
  });
}

/** It gives maps back in the order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

describe("kubectl's YAML library", () => {
  compare('reads every document as it was meant', () => {
    const documents = fc.sample(document, { seed: SEED, numRuns: DOCUMENTS });
    expect(misread(documents, emitDocument)).toEqual([]);
  });

  compare('reads every text as it was meant, and not all that cdk8s writes', () => {
    const texts = fc.sample(text, { seed: SEED, numRuns: DOCUMENTS });
    const places = texts.map(part => ({ [part]: part, list: [part, [part, { a: part }]] }));
    expect(misread(places, emitDocument)).toEqual([]);
    expect(misread(texts, emitDocument)).toEqual([]);
    expect(misread(places, value => Yaml.stringify(value)).length).toBeGreaterThan(DOCUMENTS / 20);
  });
});
