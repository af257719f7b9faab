/** A kind of text that is written otherwise than cdk8s writes it: in double quotes, with escapes. */
export interface Difference {
  readonly name: string;
  /**
   * Where such a text is written otherwise. `field`: as a key or a value; `quotes`: in values that cdk8s, too, puts
   * into double quotes over several lines; `document`: where it is all that the document holds.
   */
  readonly where: 'field' | 'quotes' | 'document';
  readonly pattern: RegExp;
  /** What becomes of it in cdk8s's spelling. */
  readonly why: string;
}

/**
 * Every text that is written otherwise than cdk8s writes it. What kubectl makes of a plain text is the business of its
 * YAML library, go-yaml v2, and that is neither YAML 1.1 nor 1.2.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const DIFFERENCES = [
  {
    name: 'octal number',
    where: 'field',
    pattern: /^[-+]?0[oO][0-7]+$/,
    why: 'an octal number of YAML 1.2: kubectl reads 0o14 as 12',
  },
  {
    name: 'number with a capital prefix',
    where: 'field',
    pattern: /^[-+]?0(?:X[0-9a-fA-F]+|B[01]+)$/,
    why: 'kubectl takes 0X1F and 0B11 for numbers, as it does 0x1f and 0b11',
  },
  {
    name: 'number with underscores',
    where: 'field',
    pattern:
      /^(?=[^_]+_)(?:[-+]?_*0_*(?:[xX]_*[0-9a-fA-F][0-9a-fA-F_]*|[oO]_*[0-7][0-7_]*|[bB]_*[01][01_]*)|(?!\.)[-+]?_*(?:\._*[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE]_*(?:[-+]_*)?[0-9][0-9_]*)?|\.[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+(?:_[0-9]+)*)$/,
    why: 'kubectl drops underscores wherever they stand, and reads 1e1_0 and 0_x1f as numbers',
  },
  {
    name: 'merge key',
    where: 'field',
    pattern: /^<<$/,
    why: 'as a key it merges maps',
  },
  {
    name: 'unprintable character',
    where: 'field',
    pattern: /[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]/,
    why: 'kubectl refuses control characters in quotes, too; a byte order mark at the beginning is lost',
  },
  {
    name: 'line separator',
    where: 'field',
    pattern: /[\x85\u2028\u2029]/,
    why: 'kubectl reads NEL, LS and PS as line breaks',
  },
  {
    name: 'lines that begin with a tab',
    where: 'field',
    pattern: /^(?:\n+\t|\t[^\n]*\n)/,
    why: 'kubectl refuses a block that begins with a tab',
  },
  {
    name: 'lines of blanks alone',
    where: 'field',
    pattern: /^[\t\n]* [\t\n ]*\n$/,
    why: 'in a block the blanks count as indentation, and are lost',
  },
  {
    name: 'line of one space',
    where: 'quotes',
    pattern: /\n \n/,
    why: 'the space gets two backslashes, and is read as a backslash',
  },
  {
    name: 'document of several lines',
    where: 'document',
    pattern: /\n/,
    why: 'a block that is not indented ends at once for kubectl',
  },
] as const satisfies readonly Difference[];

/** The name of a kind of text that is written otherwise. */
export type DifferenceName = (typeof DIFFERENCES)[number]['name'];

const FIELD = new RegExp(
  DIFFERENCES.filter(({ where }) => where === 'field')
    .map(({ pattern }) => pattern.source)
    .join('|'),
);

/** Whether a key or value is written in double quotes here, and otherwise by cdk8s. */
export function isDifferent(text: string): boolean {
  return FIELD.test(text);
}
