import { FileText } from './write-output/file-text';
import type { FileContent } from './write-output/output-file';
import { keyLine, lineBreak } from './yaml/key-line';
import { firstFault, isObject, MAX_DEPTH, NOT_PLAIN } from './yaml/plain-value';
import { stringText } from './yaml/string-text';

/**
 * The YAML of a manifest: one document, which ends in a line break and has no separator. The bytes are those of
 * cdk8s, but for what kubectl would read as something else or not at all, which the table of `DIFFERENCES` lists; and an
 * object that stands in several places is written out in each, where cdk8s writes aliases.
 *
 * @throws UnserializableValueError when a value in it is not plain data.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/#describing-a-kubernetes-object
 */
export function emitDocument(manifest: unknown): string {
  try {
    // Joined and not added, which copies the text at once: thousands of short pieces, kept until a whole file is
    // written, cost more in the collection of garbage than everything else.
    return [withValue('', manifest, 0), ''].join('\n');
  } catch (error) {
    throw error === NOT_PLAIN ? (firstFault(manifest) ?? error) : error;
  }
}

/**
 * The YAML of manifests, as a file holds them: documents with `---` between them, nothing for no manifests.
 *
 * @throws UnserializableValueError when a value in one of them is not plain data.
 */
export function emitDocuments(manifests: readonly unknown[]): string {
  return manifests.map(emitDocument).join('---\n');
}

/**
 * The same as the content of a file.
 *
 * @throws UnserializableValueError when a value in one of them is not plain data.
 */
export function documentsContent(manifests: readonly unknown[]): FileContent {
  const text = new FileText();
  for (const [at, manifest] of manifests.entries()) {
    if (at > 0) text.add('---\n');
    text.add(emitDocument(manifest));
  }
  return text.content;
}

/** Adds a value to the line that the text ends with; further lines of it are indented by the depth. */
function withValue(text: string, value: unknown, depth: number): string {
  if (typeof value === 'string') return text + stringText(value, depth);
  if (typeof value === 'object' && value !== null) return withParts(text, value, depth, true);
  return text + scalarText(value);
}

function scalarText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (!Number.isFinite(value)) throw NOT_PLAIN;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Adds a list or map of this depth: to the line that the text ends with, or in lines below it. */
function withParts(text: string, value: object, depth: number, isInline: boolean): string {
  if (depth >= MAX_DEPTH) throw NOT_PLAIN;
  if (Array.isArray(value)) return withList(text, value, depth, isInline);
  if (isObject(value)) return withMap(text, value, depth, isInline);
  throw NOT_PLAIN;
}

function withList(before: string, list: readonly unknown[], depth: number, isInline: boolean): string {
  if (list.length === 0) return before + (isInline ? '[]' : ' []');
  const dash = `${lineBreak(depth)}- `;
  let text = before + (isInline ? '- ' : dash);
  for (let at = 0; at < list.length; at += 1) {
    if (at > 0) text += dash;
    text = withValue(text, list[at], depth + 1);
  }
  return text;
}

function withMap(
  before: string,
  map: Readonly<Record<string, unknown>>,
  depth: number,
  isInline: boolean,
): string {
  const keys = Object.keys(map);
  if (keys.length === 0) return before + (isInline ? '{}' : ' {}');
  let text = before;
  let start = isInline ? lineBreak(depth).length : 0;
  for (const key of keys) {
    const value = map[key];
    const line = keyLine(key, depth);
    const isNested = typeof value === 'object' && value !== null && !line.isExplicit;
    const begin = isNested ? line.open : line.ready;
    text += start === 0 ? begin : begin.slice(start);
    start = 0;
    text = isNested ? withParts(text, value, depth + 1, false) : withValue(text, value, depth + 1);
  }
  return text;
}
