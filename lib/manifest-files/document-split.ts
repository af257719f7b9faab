/** A document in a file: bytes from `start` to `end`. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
  /** Offset of a line before it that begins with dashes and goes on, which kubectl refuses. */
  readonly badSeparator?: number;
}

const SEPARATOR = '\n---';
const DASHES = 3;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Cuts a file into documents as kubectl does: at every line that begins with three dashes, wherever it stands. What
 * begins with a brace is JSON, where one object may follow the other.
 */
export function* splitDocuments(bytes: Buffer): Generator<DocumentRange> {
  const begin = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  let start = begin;
  let badSeparator: number | undefined;
  let line = bytes.subarray(begin, begin + DASHES).equals(Buffer.from('---'))
    ? begin
    : nextLine(bytes, begin);
  while (line >= 0) {
    yield* objectsIn(bytes, { start, end: line, badSeparator });
    ({ start, badSeparator } = afterSeparator(bytes, line));
    line = nextLine(bytes, start);
  }
  yield* objectsIn(bytes, { start, end: bytes.length, badSeparator });
}

/** The offset of the next line that begins with dashes; -1 where there is none. */
function nextLine(bytes: Buffer, from: number): number {
  // The break before the line may just have been passed.
  const at = bytes.indexOf(SEPARATOR, Math.max(from - 1, 0));
  return at < 0 ? -1 : at + 1;
}

function afterSeparator(bytes: Buffer, line: number): Pick<DocumentRange, 'start' | 'badSeparator'> {
  const lineEnd = bytes.indexOf('\n', line);
  const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
  const rest = bytes.toString('utf8', line + DASHES, end);
  if (/^\s*(#|$)/.test(rest)) return { start: end };
  return { start: /^[ \t]/.test(rest) ? line + DASHES : end, badSeparator: line };
}

function* objectsIn(bytes: Buffer, range: DocumentRange): Generator<DocumentRange> {
  let { start, badSeparator } = range;
  for (let end = jsonEnd(bytes, start, range.end); end < range.end; end = jsonEnd(bytes, start, range.end)) {
    yield { start, end, badSeparator };
    start = end;
    badSeparator = undefined;
  }
  if (start < range.end || badSeparator !== undefined) yield { start, end: range.end, badSeparator };
}

/** Whether a document is JSON: its first character is a brace. */
export function isJsonAt(bytes: Buffer, start: number, end: number): boolean {
  return bytes[skipSpace(bytes, start, end)] === 0x7b;
}

/** Where a JSON object ends that another one follows; the end of the range otherwise. */
function jsonEnd(bytes: Buffer, start: number, end: number): number {
  if (!isJsonAt(bytes, start, end)) return end;
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) at = closingQuote(bytes, at, end);
    else if (byte === 0x7b) depth += 1;
    else if (byte === 0x7d && --depth === 0) return isJsonAt(bytes, at + 1, end) ? at + 1 : end;
  }
  return end;
}

function closingQuote(bytes: Buffer, quote: number, end: number): number {
  let at = quote + 1;
  while (at < end && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}

function skipSpace(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] as number) <= 0x20) at += 1;
  return at;
}
