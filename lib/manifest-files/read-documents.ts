import { splitDocuments } from './document-split';
import { ManifestDocument } from './manifest-document';
import type { SourceFile } from './source-file';
import { YamlParser } from './yaml-parser';

/** More documents than these are not read: they have to fit into memory. */
const MAX_DOCUMENTS = 200_000;

/**
 * The documents of files, as kubectl reads them: YAML or JSON, several in a file, empty ones left out. What is wrong
 * with one document does not hide the others.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/#describing-a-kubernetes-object
 */
export function readDocuments(files: Iterable<SourceFile>): ManifestDocument[] {
  const parser = new YamlParser();
  const documents: ManifestDocument[] = [];
  for (const file of files) {
    for (const range of splitDocuments(file)) {
      const isBeyond = documents.length >= MAX_DOCUMENTS;
      const document = new ManifestDocument(file, range, documents.length, isBeyond ? undefined : parser);
      if (!document.isEmpty) documents.push(document);
      if (isBeyond) return documents;
    }
  }
  return documents;
}
