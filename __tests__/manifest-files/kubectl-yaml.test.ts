import { documentsOf } from './documents-of';
import { type Answer, comparison } from './kubectl-yaml';
import { documentTexts, scalarTexts } from './yaml-texts';

const SCALARS = 20_000;
const DOCUMENTS = 10_000;
const SEED = 20_240_601;

/** Findings of what the library refuses too, though it can go on after them here. */
const REFUSALS: readonly string[] = ['wrong-tag', 'unsupported-key', 'unsupported-number'];

const { compare, asked } = comparison();

/** What we make of a text, as the library says it. */
function ours(text: string): Answer {
  const [document] = documentsOf(text);
  if (!document) return { json: null };
  const rules = document.problems.map(({ rule }) => rule as string);
  if (document.isUnreadable || rules.some(rule => REFUSALS.includes(rule))) return { error: rules.join() };
  return { json: document.value ?? null };
}

describe("kubectl's YAML library", () => {
  compare('makes the same of scalars without quotes', () => {
    const texts = scalarTexts(SCALARS, SEED).map(text => `- ${text}\n`);
    const differences = asked(texts).flatMap((theirs, at) => {
      const text = texts[at] as string;
      return isSame(ours(text), theirs) ? [] : [{ text, theirs, ours: ours(text) }];
    });
    expect(differences).toEqual([]);
  });

  compare('makes the same of documents, well-formed or not', () => {
    const texts = documentTexts(DOCUMENTS, SEED);
    const answers = asked(texts);
    const accepted = answers.filter(({ error }) => error === undefined).length;
    const differences = texts.filter((text, at) => !isSame(ours(text), answers[at] as Answer));
    expect(accepted).toBeGreaterThan(DOCUMENTS / 5);
    // It never reads what follows a document, however that is written; we say that it is lost.
    expect(differences.filter(text => !/^[{["]/.test(text))).toEqual([]);
    expect(differences.length).toBeLessThan(DOCUMENTS / 2000);
  });
});

function isSame(mine: Answer, theirs: Answer): boolean {
  if ((mine.error === undefined) !== (theirs.error === undefined)) return false;
  return JSON.stringify(sorted(mine.json)) === JSON.stringify(sorted(theirs.json));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
