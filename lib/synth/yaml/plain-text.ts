/** Which ASCII characters may begin a text that {@link isQuick}, and which it may hold. Blanks and colons are neither. */
const BEGINS = tableOf(/[a-zA-Z/_$(]/);
const HOLDS = tableOf(/[!-9;-~]/);

/** What begins or ends a text, or stands in it, and would mean something without quotes. */
const INDICATOR = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-](?:[\t ]|$)|:[\t ]|[\t ]#|[\t :]$/;

/** Texts that are null or a boolean in YAML 1.1, and for kubectl. */
const WORDS: ReadonlySet<string> = new Set(
  ['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '~', ''].flatMap(word => [
    word,
    word.slice(0, 1).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]),
);
const LONGEST_WORD = 5;

/** A number with nothing before its exponent. */
const EXPONENT = /^[eE][-+]?[0-9]+$/;
const SMALL_E = 0x65;
/** The bit that a small letter has, and a capital has not. */
const SMALL = 0x20;

/** Texts that are numbers or times in YAML 1.1; numbers in the wider sense of Ruby and Python, too. */
const NUMBER = new RegExp(
  [
    /^[-+]?0(?:b[01_]+|x[0-9a-fA-F_]+)$/,
    /^[-+]?[0-9][0-9_]*(?:(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)?$/,
    /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    /^[-+]?\.(?:inf|Inf|INF)$/,
    /^\.(?:nan|NaN|NAN)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
const TIME =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[tT]|[\t ]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:[\t ]*(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$/;

/** Whether a text of one line stands for itself without quotes. */
export function isPlain(text: string): boolean {
  return isQuick(text) || !(INDICATOR.test(text) || meansMore(text));
}

/** The same for most texts, in a fraction of the time; what it does not know is false. */
export function isQuick(text: string): boolean {
  const { length } = text;
  const first = text.charCodeAt(0);
  if (length === 0 || BEGINS[first] !== true) return false;
  for (let at = 1; at < length; at += 1) {
    if (HOLDS[text.charCodeAt(at)] !== true) return false;
  }
  if (length <= LONGEST_WORD && WORDS.has(text)) return false;
  return (first | SMALL) !== SMALL_E || !EXPONENT.test(text);
}

/** Whether it would be read as null, a boolean, a number or a time. */
function meansMore(text: string): boolean {
  return (text.length <= LONGEST_WORD && WORDS.has(text)) || NUMBER.test(text) || TIME.test(text);
}

function tableOf(characters: RegExp): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => characters.test(String.fromCharCode(code)));
}
