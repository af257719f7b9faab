import { generatorsIn, withCountedLoops } from '../../scripts/pack/counted-loops';

const NONE: ReadonlySet<string> = new Set();

/** What a program returns, as it is and with its loops counted. */
function results(program: string): [unknown, unknown] {
  const code = `"use strict";\nconst run = () => { ${program} };\n`;
  const run = (text: string) => new Function(`${text}return run();`)();
  return [run(code), run(withCountedLoops(code, NONE))];
}

const GOING_THROUGH = `
  const found = [];
  const add = (...items) => { found.push(items); };
`;

test.each<[string, string]>([
  ['a list', 'for (const item of [1, 2]) add(item);'],
  [
    'a list that grows',
    'const all = [1]; for (const item of all) { add(item); if (item < 3) all.push(item + 1); }',
  ],
  ['a set', 'for (const item of new Set([1, 2])) { add(item); }'],
  ['a map', 'for (const [key, value] of new Map([[1, 2], [3, 4]])) add(key, value);'],
  ['a generator', 'function* two() { yield 1; yield 2; } for (const item of two()) add(item);'],
  ['a text, by its characters', "for (const item of 'a\\u{1F600}') add(item);"],
  ['the entries of a list', "for (const [at, item] of ['a', 'b'].entries()) add(at, item);"],
  ['the entries of a map', "for (const [key, value] of new Map([['a', 'b']]).entries()) add(key, value);"],
  ['the entries of an object', 'for (const [key, value] of Object.entries({ a: 1, b: 2 })) add(key, value);'],
  ['parts that are left out', 'for (const [, second] of [[1, 2], [3, 4]]) add(second);'],
  ['parts with a default', 'for (const [one, two = 5] of [[1], [3, 4]]) add(one, two);'],
  ['a rest of parts', 'for (const [one, ...rest] of [[1, 2, 3]]) add(one, rest);'],
  ['parts in parts', 'for (const [{ a }, [b]] of [[{ a: 1 }, [2]]]) add(a, b);'],
  ['fields', 'for (const { a, b = 2 } of [{ a: 1 }]) add(a, b);'],
  ['loops in loops', 'for (const one of [1, 2]) for (const two of [one, 3]) add(one, two);'],
  [
    'what is left with continue',
    'outer: for (const one of [1, 2]) for (const two of [1, 2]) { if (two > one) continue outer; add(one, two); }',
  ],
  ['what is left with break', 'for (const item of [1, 2, 3]) { if (item > 1) break; add(item); }'],
  [
    'functions that keep their item',
    'const all = []; for (const item of [1, 2]) all.push(() => item); add(...all.map(each => each()));',
  ],
  ['an item that is assigned', 'for (let item of [1, 2]) { item += 1; add(item); }'],
  ['a name that is assigned elsewhere', 'let last; for (last of [1, 2]); add(last);'],
])('counted, a loop goes through %s as before', (_, loop) => {
  const [before, after] = results(`${GOING_THROUGH}${loop} return found;`);

  expect(after).toEqual(before);
  expect(before).not.toEqual([]);
});

test('what is gone through is asked for once', () => {
  const [before, after] = results(
    'let asked = 0; const all = () => { asked++; return [1, 2]; }; for (const _ of all()); return asked;',
  );

  expect([before, after]).toEqual([1, 1]);
});

test('no iterator is left of a loop over a list', () => {
  const code = withCountedLoops(
    '"use strict";\nfor (const [at, item] of all.entries()) for (const [a, b] of item) use(at, a, b);',
    NONE,
  );

  expect(code).not.toMatch(/\bof\b|\[a, b\]|\[at, item\]/);
});

test('a file without loops stays as it is', () => {
  expect(withCountedLoops('"use strict";\nuse(1);', NONE)).toBe('"use strict";\nuse(1);');
});

test('what a generator gives is asked for one by one', () => {
  const code = `
    function* numbers() { for (let at = 0; ; at++) yield at; }
    class Range { *all() { yield* numbers(); } }
    for (const one of numbers()) for (const two of new Range().all()) if (one + two > 2) return;
  `;

  expect(generatorsIn(`export const run = () => { ${code} };`)).toEqual(['numbers', 'all']);
  const body = `"use strict";\nconst run = () => { ${code} };`;
  expect(withCountedLoops(body, new Set(['numbers', 'all']))).toBe(body);
});

test('what a function without a name gives may be a generator', () => {
  const code = '"use strict";\nfor (const one of all[0]()) use(one);';

  expect(withCountedLoops(code, NONE)).toBe(code);
});
