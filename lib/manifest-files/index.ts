export { printable } from './excerpt';
export { type Input, isManifestFile, readInput, STANDARD_INPUT } from './input-files';
export { allFindings, locatedFindings } from './located-findings';
export type { Excerpt, LocatedFinding, Location } from './location';
export type { ManifestDocument } from './manifest-document';
export { READ_RULES, type ReadRule } from './problem';
export { readDocuments } from './read-documents';
export { SourceFile } from './source-file';
export type { UnreadableInput } from './unreadable-input';
