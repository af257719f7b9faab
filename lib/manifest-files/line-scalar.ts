import { plainValue } from './scalar';

const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const HYPHEN = 0x2d;

/** Characters that begin something else than text without quotes, or may. */
const INDICATORS: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '?:,[]{}#&*!|>%@`\n'.includes(String.fromCharCode(code)),
);

/**
 * The scalar that stands between two offsets of a line, to its end: without quotes, or in quotes without escapes. An
 * empty list and an empty map count as scalars here. Undefined where it is anything else, or may be.
 */
export function lineScalar(text: string, start: number, lineEnd: number): unknown {
  let end = lineEnd;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
  const code = text.charCodeAt(start);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return quoted(text, start, end);
  if (end === start + 2 && text.startsWith('[]', start)) return [];
  if (end === start + 2 && text.startsWith('{}', start)) return {};
  if (end === start || INDICATORS[code] === true) return undefined;
  if (code === HYPHEN && (end === start + 1 || text.charCodeAt(start + 1) === SPACE)) return undefined;
  const word = text.slice(start, end);
  if (word.includes(': ') || word.includes(' #') || word.endsWith(':')) return undefined;
  const value = plainValue(word);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

function quoted(text: string, start: number, end: number): string | undefined {
  if (end < start + 2 || text[end - 1] !== text[start]) return undefined;
  const value = text.slice(start + 1, end - 1);
  return value.includes(text[start] as string) || value.includes('\\') ? undefined : value;
}
