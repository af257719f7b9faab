import { plainValue } from './scalar';

/** What makes that a text may be more than itself: anywhere, or as its first character. */
const MORE_THAN_TEXT = /[^ -~]|: |:$| #| $|^[-+.~<?:,[\]{}#&*!|>%@`"' \dyYnNtTfFoO]|^$/;

/** Integers that are read as they are written. */
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;

/** All but printable ASCII. */
const UNUSUAL = /[^ -~]/;

const INDICATOR = /^(?:[?:,[\]{}#&*!|>%@`]|-(?: |$))/;

/**
 * The scalar that a line ends with: without quotes, or in quotes without escapes. An empty list and an empty map count
 * as scalars here. Undefined where it is anything else, or may be, and where there is nothing.
 *
 * @param text the rest of the line.
 */
export function lineScalar(text: string): unknown {
  if (!MORE_THAN_TEXT.test(text)) return text;
  if (INTEGER.test(text)) return Number(text);
  return UNUSUAL.test(text) ? undefined : oddScalar(text.trim());
}

function oddScalar(text: string): unknown {
  if (text.startsWith('"') || text.startsWith("'")) return quoted(text);
  if (text === '[]') return [];
  if (text === '{}') return {};
  if (text === '' || INDICATOR.test(text)) return undefined;
  if (text.includes(': ') || text.includes(' #') || text.endsWith(':')) return undefined;
  const value = plainValue(text);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

function quoted(text: string): string | undefined {
  const quote = text[0] as string;
  if (text.length < 2 || !text.endsWith(quote)) return undefined;
  const value = text.slice(1, -1);
  return value.includes(quote) || value.includes('\\') ? undefined : value;
}
