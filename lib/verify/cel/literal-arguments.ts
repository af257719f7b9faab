import type { Expression } from './expression';
import { regexComplaint } from './regex';

const DURATION = /^[+-]?(?:0|(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;
const TIMESTAMP = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Functions whose last string is a regular expression, by how many arguments stand before it. */
const REGEX_FUNCTIONS: ReadonlySet<string> = new Set(['matches', 'find', 'findAll']);

/**
 * What is wrong with the constant that a function is given: a regular expression, a duration or a time.
 *
 * @param times whether durations and times are looked at.
 */
export function literalComplaint(
  name: string,
  args: readonly Expression[],
  times: boolean,
): string | undefined {
  if (REGEX_FUNCTIONS.has(name)) {
    const pattern = textOf(name === 'matches' ? args.at(-1) : args[0]);
    const complaint = pattern === undefined ? undefined : regexComplaint(pattern);
    return complaint && `calls '${name}' with a regular expression that ${complaint}`;
  }
  if (!times || (name !== 'duration' && name !== 'timestamp')) return undefined;
  const text = textOf(args[0]);
  if (text === undefined) return undefined;
  const fine = name === 'duration' ? DURATION.test(text) : isTimestamp(text);
  return fine ? undefined : `calls '${name}' with a text that is none: '${text}'`;
}

function isTimestamp(text: string): boolean {
  const found = TIMESTAMP.exec(text);
  if (!found) return false;
  const [month, day, hour, minute, second] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.node === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}
