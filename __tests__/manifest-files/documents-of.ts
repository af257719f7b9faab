import {
  type LocatedFinding,
  type ManifestDocument,
  readDocuments,
  SourceFile,
} from '../../lib/manifest-files';
import { verify } from '../../lib/verify';

/** The documents of one file. */
export function documentsOf(content: string | Buffer, name = 'a.yaml'): ManifestDocument[] {
  return readDocuments([new SourceFile(name, Buffer.from(content))]);
}

/** What the documents of a file hold. */
export function valuesOf(content: string | Buffer): unknown[] {
  return documentsOf(content).map(({ value }) => value);
}

/** What is wrong with the text of a file. */
export function problemsOf(content: string | Buffer): LocatedFinding[] {
  return documentsOf(content).flatMap(document => document.findings());
}

/** What is wrong with it, each as `rule line:column path`. */
export function problemLines(content: string | Buffer): string[] {
  return problemsOf(content).map(({ rule, location, path }) =>
    `${rule} ${location.line}:${location.column} ${path}`.trimEnd(),
  );
}

/** What the verifier says of a file, with its places. */
export function judged(content: string): LocatedFinding[] {
  const documents = documentsOf(content);
  const { findings } = verify(documents.map(({ value }) => value));
  return documents.flatMap((document, at) =>
    document.locate(findings.filter(({ object }) => object.index === at)),
  );
}
