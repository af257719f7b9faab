import { load } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { readDocuments, SourceFile } from '../../../lib/manifest-files';

/** What a file of one document holds, by each way to read YAML that users meet. */
export const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  kubectl: text => {
    const documents = readDocuments([new SourceFile('a.yaml', Buffer.from(text))]);
    const problems = documents.flatMap(document => document.problems);
    // Empty documents are left out, and null is one.
    if (documents.length === 0) return null;
    if (documents.length > 1 || problems.length > 0) throw new Error(problems.map(({ rule }) => rule).join());
    return documents[0]?.value;
  },
  'yaml, as 1.1': text => parsed(text, '1.1'),
  'yaml, as 1.2': text => parsed(text, '1.2'),
  'js-yaml': text => load(text, { maxDepth: 10_000 }),
};

function parsed(text: string, version: '1.1' | '1.2'): unknown {
  const documents = parseAllDocuments(text, { version });
  const document = documents[0];
  if (documents.length !== 1 || !document || !('contents' in document)) throw new Error('not one document');
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw problem;
  return document.toJS();
}

/** The readers that do not read this value from the text, each with what it read. */
export function misreadings(text: string, value: unknown): string[] {
  const expected = JSON.stringify(value);
  return Object.entries(READERS).flatMap(([name, read]) => {
    const found = JSON.stringify(outcome(() => read(text)));
    return found === expected ? [] : [`${name}: ${found} from ${text}`.slice(0, 1000)];
  });
}

/** What a function returns, or an object with the message of what it throws. */
export function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return { refused: (error as Error).message };
  }
}
