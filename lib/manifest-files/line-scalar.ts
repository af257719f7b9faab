import { plainValue } from './scalar';

/** What a text holds, or begins with, that is no scalar without quotes, or may be none; or it holds nothing. */
const MORE_THAN_PLAIN = /[^ -~]|: |:$| #| $|^(?:[ ?:,[\]{}#&*!|>%@`"']|-(?: |$)|$)/;

/** All but printable ASCII. */
const UNUSUAL = /[^ -~]/;

const QUOTED = /^(?:"[^"\\]*"|'[^'\\]*')$/;

/**
 * The scalar that a line ends with: without quotes, or in quotes without escapes. An empty list and an empty map count
 * as scalars here. Undefined where it is anything else, or may be, and where there is nothing.
 *
 * @param text the rest of the line.
 */
export function lineScalar(text: string): unknown {
  if (!MORE_THAN_PLAIN.test(text)) {
    const value = plainValue(text);
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  }
  if (UNUSUAL.test(text)) return undefined;
  const trimmed = text.trim();
  if (trimmed !== text) return lineScalar(trimmed);
  if (text === '[]') return [];
  if (text === '{}') return {};
  return QUOTED.test(text) ? text.slice(1, -1) : undefined;
}
