import { problemLines, problemsOf, valuesOf } from './documents-of';

describe('YAML', () => {
  it.each<[string, unknown]>([
    ['a: b\nc:\n  d: e\n', { a: 'b', c: { d: 'e' } }],
    ['a:\n- b\n- c: d\n  e: f\n', { a: ['b', { c: 'd', e: 'f' }] }],
    ['a:\n  - - b\n    - c\n  -\n    d: e\n  -\n', { a: [['b', 'c'], { d: 'e' }, null] }],
    ['? a\n: b\n? c\n', { a: 'b', c: null }],
    ['a:\nb: ~\n', { a: null, b: null }],
    ['a: [b, {c: d}, [e], f: g]\n', { a: ['b', { c: 'd' }, ['e'], { f: 'g' }] }],
    ['a: [\n  b,\n]\nc: {\n}\n', { a: ['b'], c: {} }],
    ['a: {b: , c, "d":e, f:g}\n', { a: { b: null, c: null, d: 'e', 'f:g': null } }],
    ['a: b # c\nd: e#f\n# g\n', { a: 'b', d: 'e#f' }],
    ['a: "b"# c\n', { a: 'b' }],
    ['a: b\n  c\n\n  d\n', { a: 'b c\nd' }],
    ['a: b\n c\nd: e\n', { a: 'b c', d: 'e' }],
    ["a: 'it''s\n  b'\n", { a: "it's b" }],
    ['a: "b\nc\\\n  d\\n\\x41\\u00e9\\U0001F600"\n', { a: 'b cd\nA\u00e9\u{1f600}' }],
    ['a: |\n  b\n   c\n\n  d\n\ne: f\n', { a: 'b\n c\n\nd\n', e: 'f' }],
    ['a: |-\n  b\n\nc: |+\n  d\n\n', { a: 'b', c: 'd\n\n' }],
    ['a: |2\n   b\n', { a: ' b\n' }],
    ['a: >\n  b\n  c\n\n  d\n    e\n  f\n', { a: 'b c\nd\n  e\nf\n' }],
    ['a: http://b/c?d=e\n', { a: 'http://b/c?d=e' }],
    ['a:\tb\n', { a: 'b' }],
    ['"a b": c\n', { 'a b': 'c' }],
    ['a: &b c\nd: *b\n', { a: 'c', d: 'c' }],
    ['--- # a\nb: c\n...\n', { b: 'c' }],
  ])('is read as kubectl reads it: %j', (text, value) => {
    expect({ problems: problemsOf(text), values: valuesOf(text) }).toEqual({ problems: [], values: [value] });
  });

  it.each([
    ['a: b: c\n', /^is no YAML: a second ':'/, 'yaml-syntax 1:5'],
    ['a:\n  b: c\n d: e\n', /no key, or is indented otherwise/, 'yaml-syntax 3:2'],
    ['a: b\nc\n', /a key has no ':' after it/, 'yaml-syntax 2:1'],
    ['a:\n\tb: c\n', /a tab cannot indent/, 'yaml-syntax 2:1'],
    ['a: |\n\tb\n', /a tab cannot indent/, 'yaml-syntax 2:1'],
    ['a: b\n\t\nc: d\n', /a tab cannot indent/, 'yaml-syntax 2:1'],
    ['a: "b\n', /a quote is not closed/, 'yaml-syntax 1:4'],
    ["a: 'b\n", /a quote is not closed/, 'yaml-syntax 1:4'],
    ['a:\n  b: [c, {d: e}\n', /a bracket is not closed/, 'yaml-syntax 2:6'],
    ['a: [b c: d: e]\n', /comma or the closing bracket/, 'yaml-syntax 1:11'],
    ['a: [b, , c]\n', /something is missing here/, 'yaml-syntax 1:8'],
    ['a: ]\n', /something is missing here/, 'yaml-syntax 1:4'],
    ['- a\nb: c\n', /entry of the list does not begin with '-'/, 'yaml-syntax 2:1'],
    ['a: b\n- c\n', /no key/, 'yaml-syntax 2:1'],
    ['a: - b\n', /a '-' begins no list here/, 'yaml-syntax 1:4'],
    ['a: ? b\n', /a '\?' begins no key here/, 'yaml-syntax 1:4'],
    ['a: @b\n', /needs quotes/, 'yaml-syntax 1:4'],
    ['a: %b\n', /needs quotes/, 'yaml-syntax 1:4'],
    ['a: [|b]\n', /in brackets/, 'yaml-syntax 1:5'],
    ['a: > b\n', /line after/, 'yaml-syntax 1:4'],
    ['a: |0\n', /indented by 0/, 'yaml-syntax 1:4'],
    ['a: "\\q"\n', /no such escape/, 'yaml-syntax 1:5'],
    ['a: "\\u12"\n', /4 hexadecimal digits/, 'yaml-syntax 1:5'],
    ['a: "\\ud83d"\n', /stands for no character/, 'yaml-syntax 1:5'],
    ['a: *\n', /follows & or \*/, 'yaml-syntax 1:4'],
    ['a: !x{} b\n', /a tag follows/, 'yaml-syntax 1:4'],
    ['a: !x!y b\n', /prefix that is not declared/, 'yaml-syntax 1:4'],
    ['%YAML 1.1\n---\na: b\n', /a directive/, 'yaml-syntax 1:1'],
    ['a: b\0c\n', /a control character/, 'yaml-syntax 1:5'],
    ['a: b\x07\n', /a control character/, 'yaml-syntax 1:5'],
  ])('that kubectl refuses is one finding with its place: %j', (text, message, line) => {
    expect(problemLines(text)[0]).toBe(line);
    expect(problemsOf(text)[0]).toMatchObject({
      level: 'rejected',
      errorType: 'Decode',
      message: expect.stringMatching(message),
      object: { apiVersion: '', kind: '', name: '', index: 0 },
    });
  });

  it('knows no key of more than 1024 characters, which JSON has', () => {
    const key = 'a'.repeat(1025);
    expect(problemLines(`${key}: b\n`)).toEqual(['yaml-syntax 1:1026']);
    expect(valuesOf(`{"${key}": "b"}`)).toEqual([{ [key]: 'b' }]);
  });
});
