/** Escapes of Go's regular expressions, beside those of punctuation. */
const ESCAPE =
  /^(?:[aftnrvdDsSwWAbBzC]|[0-7]{1,3}|x(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})|[pP](?:[A-Z]|\{\^?\w+\})|Q|E)/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const GROUP = /^(?:\?(?:P?<[A-Za-z_]\w*>|[imsU]*(?:-[imsU]+)?:|[imsU]*(?:-[imsU]+)?(?=\))))?/;
const REPETITION = /^(?:[*+?]|\{\d+(?:,\d*)?\})/;
const COUNTS = /^\{(\d+)(?:,(\d*))?\}/;
const COUNT_MAX = 1000;

/**
 * What is wrong with a regular expression in the syntax of Go, which knows neither lookahead nor backreferences.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function regexComplaint(pattern: string): string | undefined {
  let depth = 0;
  let repeatable = false;
  let at = 0;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    switch (pattern[at]) {
      case '\\': {
        const [complaint, length] = escapeAt(rest);
        if (complaint) return complaint;
        at += length;
        repeatable = true;
        continue;
      }
      case '[': {
        const length = classLength(rest);
        if (length === 0) return "has a '[' without its ']'";
        at += length;
        repeatable = true;
        continue;
      }
      case '(': {
        const form = GROUP.exec(rest.slice(1))?.[0] ?? '';
        if (rest[1] === '?' && form === '') return 'has a group that Go does not know, such as a lookahead';
        depth++;
        at += 1 + form.length;
        repeatable = false;
        continue;
      }
      case ')':
        if (depth-- === 0) return "has a ')' too many";
        repeatable = true;
        break;
      case '|':
        repeatable = false;
        break;
      default: {
        const repetition = REPETITION.exec(rest)?.[0];
        if (repetition === undefined) {
          repeatable = true;
          break;
        }
        if (!repeatable) return `has a '${repetition}' with nothing before it`;
        const complaint = countComplaint(repetition);
        if (complaint) return complaint;
        at += repetition.length;
        if (pattern[at] === '?') at++;
        if (REPETITION.test(pattern.slice(at))) return `has a repetition of a repetition`;
        continue;
      }
    }
    at++;
  }
  return depth > 0 ? "has a '(' without its ')'" : undefined;
}

function escapeAt(rest: string): [string | undefined, number] {
  if (rest.length === 1) return ['ends in a backslash', 0];
  if (rest.startsWith('\\Q')) {
    const end = rest.indexOf('\\E', 2);
    return [undefined, end < 0 ? rest.length : end + 2];
  }
  if (PUNCTUATION.test(rest[1] as string)) return [undefined, 2];
  if (/^\\[1-9]/.test(rest) && !/^\\[1-7][0-7]/.test(rest))
    return ['has a backreference, which Go does not know', 0];
  const known = ESCAPE.exec(rest.slice(1))?.[0];
  return known === undefined
    ? [`has an escape that Go does not know: '${rest.slice(0, 2)}'`, 0]
    : [undefined, 1 + known.length];
}

/** How long a class such as `[^a-z]` is; 0 where it does not end. */
function classLength(rest: string): number {
  let at = rest.startsWith('[^') ? 2 : 1;
  if (rest[at] === ']') at++;
  while (at < rest.length) {
    if (rest[at] === ']') return at + 1;
    const named = rest.startsWith('[:', at) ? rest.indexOf(':]', at) : -1;
    if (named >= 0) at = named + 2;
    else at += rest[at] === '\\' ? 2 : 1;
  }
  return 0;
}

function countComplaint(repetition: string): string | undefined {
  const [, least = '', most] = COUNTS.exec(repetition) ?? [];
  if (Number(least) > COUNT_MAX || Number(most ?? 0) > COUNT_MAX)
    return `repeats more than ${COUNT_MAX} times`;
  return most && Number(most) < Number(least) ? `has a range from more to less: '${repetition}'` : undefined;
}
