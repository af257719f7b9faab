/** Numbers that look random, and are the same in every run. */
class Dice {
  constructor(private seed: number) {}

  /** A whole number from 0, less than the given one. */
  roll(sides: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * sides);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)] as T;
  }
}

const LETTERS = '0123456789_+-.eExXoObBaAfFnNyYtT:~<=';

/** Scalars without quotes that look like numbers, words with a meaning, and dates. */
export function scalarTexts(count: number, seed: number): string[] {
  const dice = new Dice(seed);
  const found = new Set<string>();
  while (found.size < count) {
    const text = Array.from({ length: 1 + dice.roll(6) }, () => LETTERS[dice.roll(LETTERS.length)]).join('');
    // What is no scalar by itself.
    if (!/^[-?:]$|^---|:$/.test(text)) found.add(text);
  }
  return [...found];
}

const DOCUMENTS = [
  `apiVersion: v1
kind: ConfigMap
metadata:
  name: a
  labels: {app: web, "tier": 'x', n: 1}
data:
  a.txt: |
    line one
      indented

    last
  b: >-
    folded
    text

    more
  c: "quoted \\n \\u00e9 text"
  d: 'it''s'
  e: plain text
    over lines
  f: [a, b, {c: d}, [1, 2.5]]
`,
  `spec:
  template: &t
    containers:
    - name: a
      image: "x:1"   # comment
      args: [
        "-c", 'b'
      ]
      ports:
        - containerPort: 80
          protocol: TCP
    - name: b
      <<: {image: y, extra: ~}
  other:
    <<: *t
    k: v
  list: [*t, !!str 12]
  ? complex
  : value
  "key with space" : x
  on: yes
`,
  `- a
- - b
  - c
-
  d: e
- ? f
- |+
  keep

- !!int "3"
- &x y
- *x
- 'multi
line'
- "fold
  ed\\
  x"
`,
  `{"a": [1, 2, {"b": null}], "c": "d\\u0041", "e": {}, "f": [], "g": true,
 "h": 1e3}
`,
];

const BITS = [
  '\t',
  ' ',
  '\n',
  ':',
  ': ',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '*t',
  '!',
  '!!str ',
  '!!int ',
  '|',
  '>',
  '|-\n',
  '%',
  '@',
  '`',
  '? ',
  '...\n',
  '\r\n',
  '\r',
  '\u00e9',
  '\u2028',
  '\u0085',
  '=',
  '<<: ',
  '~',
  'null',
  '\\',
  '\\x41',
  '-',
  '    ',
  '\ufeff',
  '!x ',
  'key: ',
  '\u{1f600}',
];

/** Documents with a few characters added, moved or lost; about half of them are YAML still. */
export function documentTexts(count: number, seed: number): string[] {
  const dice = new Dice(seed);
  const found: string[] = [];
  while (found.length < count) {
    let text = dice.pick(DOCUMENTS);
    for (let times = 1 + dice.roll(3); times > 0; times -= 1) text = changed(text, dice);
    // Separators and directives are not the library's business.
    if (!/^\ufeff?(---|%)/m.test(text)) found.push(text);
  }
  return found;
}

function changed(text: string, dice: Dice): string {
  const at = dice.roll(text.length);
  switch (dice.roll(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + dice.roll(3));
    case 1: {
      const to = dice.roll(text.length);
      return text.slice(0, to) + text.slice(at, at + dice.roll(12)) + text.slice(to);
    }
    default:
      return text.slice(0, at) + dice.pick(BITS) + text.slice(at);
  }
}
