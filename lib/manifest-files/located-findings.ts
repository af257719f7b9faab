import type { Finding } from '../verify/finding';
import { groupBy } from '../verify/group-by';
import type { LocatedFinding } from './location';
import type { ManifestDocument } from './manifest-document';

/** Findings on documents, each with its place in the text, document by document; `index` says which one. */
export function locatedFindings(
  documents: readonly ManifestDocument[],
  findings: readonly Finding[],
): LocatedFinding[] {
  const byDocument = groupBy(findings, ({ object }) => object.index);
  return documents.flatMap((document, at) => document.locate(byDocument.get(at) ?? []));
}

/** The same, with what is wrong with the text of each document before what was found on it. */
export function allFindings(
  documents: readonly ManifestDocument[],
  findings: readonly Finding[],
): LocatedFinding[] {
  const byDocument = groupBy(findings, ({ object }) => object.index);
  return documents.flatMap((document, at) => [
    ...document.findings(),
    ...document.locate(byDocument.get(at) ?? []),
  ]);
}
