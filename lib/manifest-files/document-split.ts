import type { SourceFile } from './source-file';

/** A document in a file: what stands from `start` to `end`. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
  /** Offset of a line before it that begins with dashes and goes on, which kubectl refuses. */
  readonly badSeparator: number | undefined;
  /** Whether it is JSON: its first character is a brace. */
  readonly isJson: boolean;
}

const SEPARATOR = '\n---';
const DASHES = 3;
const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/**
 * Cuts a file into documents as kubectl does: at every line that begins with three dashes, wherever it stands. What
 * begins with a brace is JSON, where one object may follow the other.
 */
export function* splitDocuments(file: SourceFile): Generator<DocumentRange> {
  const { content } = file;
  let start = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  let badSeparator: number | undefined;
  let line = content.startsWith('---', start) ? start : nextLine(content, start);
  for (;;) {
    const end = line < 0 ? content.length : line;
    if (isJsonAt(content, start, end)) yield* objectsIn(content, start, end, badSeparator);
    else if (start < end || badSeparator !== undefined) yield { start, end, badSeparator, isJson: false };
    if (line < 0) return;
    start = line + DASHES + 1;
    badSeparator = undefined;
    // Most are nothing but dashes.
    if (content.charCodeAt(start - 1) !== 0x0a) ({ start, badSeparator } = afterSeparator(file, line));
    line = nextLine(content, start);
  }
}

/** The offset of the next line that begins with dashes; -1 where there is none. */
function nextLine(content: string, from: number): number {
  // The break before the line may just have been passed.
  const at = content.indexOf(SEPARATOR, from - 1);
  return at < 0 ? -1 : at + 1;
}

function afterSeparator(file: SourceFile, line: number): Pick<DocumentRange, 'start' | 'badSeparator'> {
  const lineEnd = file.content.indexOf('\n', line);
  const end = lineEnd < 0 ? file.content.length : lineEnd + 1;
  const rest = file.textOf(line + DASHES, end);
  if (/^\s*(#|$)/.test(rest)) return { start: end, badSeparator: undefined };
  return { start: /^[ \t]/.test(rest) ? line + DASHES : end, badSeparator: line };
}

/** The objects of JSON that stand one after the other; the first one has what is wrong before it. */
function* objectsIn(
  content: string,
  from: number,
  to: number,
  badSeparator: number | undefined,
): Generator<DocumentRange> {
  let start = from;
  for (let end = jsonEnd(content, start, to); end < to; end = jsonEnd(content, start, to)) {
    yield { start, end, badSeparator: start === from ? badSeparator : undefined, isJson: true };
    start = end;
  }
  yield { start, end: to, badSeparator: start === from ? badSeparator : undefined, isJson: true };
}

/** Whether the first character between two offsets that is no space is a brace. */
function isJsonAt(content: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && content.charCodeAt(at) <= 0x20) at += 1;
  return at < end && content.charCodeAt(at) === 0x7b;
}

/** Where a JSON object ends that another one follows; the end of the range otherwise. */
function jsonEnd(content: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const code = content.charCodeAt(at);
    if (code === 0x22) at = closingQuote(content, at, end);
    else if (code === 0x7b) depth += 1;
    else if (code === 0x7d && --depth === 0) return isJsonAt(content, at + 1, end) ? at + 1 : end;
  }
  return end;
}

function closingQuote(content: string, quote: number, end: number): number {
  let at = quote + 1;
  while (at < end && content.charCodeAt(at) !== 0x22) at += content.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}
