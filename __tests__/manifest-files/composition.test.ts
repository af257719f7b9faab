import { problemLines, problemsOf, valuesOf } from './documents-of';

describe('equal keys', () => {
  it('are a finding for each that is set again, and the last one counts', () => {
    const text = 'kind: A\nspec:\n  a: 1\n  b: 2\n  a: 3\n  "a": 4\nkind: B\n';
    expect(problemLines(text)).toEqual([
      'duplicate-key 5:3 spec.a',
      'duplicate-key 6:3 spec.a',
      'duplicate-key 7:1 kind',
    ]);
    expect(valuesOf(text)).toEqual([{ kind: 'B', spec: { a: 4, b: 2 } }]);
  });

  it('are found in lists, in brackets and in JSON', () => {
    expect(problemLines('a:\n- b: 1\n- {c: 1, c: 2}\n')).toEqual(['duplicate-key 3:10 a[1].c']);
    expect(problemLines('{"a": {"b": 1,\n"b": 2}}')).toEqual(['duplicate-key 2:1 a.b']);
  });

  it('may be written in two ways', () => {
    expect(problemLines('1: a\n"1": b\nyes: c\ntrue: d\n')).toEqual([
      'duplicate-key 2:1 1',
      'duplicate-key 4:1 true',
    ]);
  });

  it('say which object they are in', () => {
    expect(
      problemsOf('apiVersion: v1\nkind: A\nmetadata: {name: b, namespace: c}\na: 1\na: 2\n')[0]?.object,
    ).toEqual({
      apiVersion: 'v1',
      kind: 'A',
      namespace: 'c',
      name: 'b',
      index: 0,
    });
  });
});

describe('tags', () => {
  it.each([
    ['a: !Ref b\n', 'b'],
    ['a: !!python/object b\n', 'b'],
    ['a: !!set {b: c}\n', { b: 'c' }],
    ['a: !x [b]\n', ['b']],
  ])('that mean nothing are findings, and are dropped: %j', (text, a) => {
    expect(problemLines(text)).toEqual(['unknown-tag 1:4 a']);
    expect(valuesOf(text)).toEqual([{ a }]);
  });

  it.each(['!!int b', '!!bool 1', '!!float b', '!!null b', '!!binary "?"', '!!timestamp b', '!!int 1.5'])(
    'that their values contradict are findings: %s',
    text => {
      expect(problemLines(`a: ${text}\n`)).toEqual(['wrong-tag 1:4 a']);
    },
  );

  it('of maps and lists may say what is there already', () => {
    expect(problemsOf('a: !!map {b: !!seq [c]}\n')).toEqual([]);
  });
});

describe('aliases', () => {
  it('share what their anchor names, the last of that name before them', () => {
    expect(valuesOf('a: &x {b: 1}\nc: *x\nd: &x 2\ne: [*x]\n')).toEqual([
      { a: { b: 1 }, c: { b: 1 }, d: 2, e: [2] },
    ]);
  });

  it.each([
    ['a: *x\n', 'unknown-anchor 1:4 a'],
    ['a: *x\nb: &x c\n', 'unknown-anchor 1:4 a'],
    ['a: &x\n  b: *x\n', 'recursive-alias 2:6 a.b'],
    ['&x [*x]\n', 'recursive-alias 1:5 [0]'],
  ])('that lead nowhere are findings: %j', (text, line) => {
    expect(problemLines(text)).toEqual([line]);
    expect(valuesOf(text)).toEqual([undefined]);
  });

  it('of another document are not known', () => {
    expect(problemLines('a: &x 1\n---\nb: *x\n')).toEqual(['unknown-anchor 3:4 b']);
  });

  it('may be many, where they stand for little', () => {
    const text = `a: &x {b: 1}\nc:\n${'- *x\n'.repeat(2000)}`;
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('merge keys', () => {
  it.each<[string, unknown]>([
    ['a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n', { b: 1, c: 3 }],
    ['a: &x {b: 1}\nd:\n  <<: [*x, {b: 2, e: 3}]\n', { b: 1, e: 3 }],
    ['d:\n  <<: {b: {c: 1}}\n', { b: { c: 1 } }],
    ['d:\n  "<<": {b: 1}\n', { '<<': { b: 1 } }],
    ['d:\n  !!merge "<<": {b: 1}\n', { b: 1 }],
    ['a: &x {b: 1}\ne: &y {<<: *x, c: 2}\nd: {<<: *y}\n', { b: 1, c: 2 }],
  ])('copy fields: %j', (text, d) => {
    expect(problemsOf(text)).toEqual([]);
    expect(valuesOf(text)).toEqual([expect.objectContaining({ d })]);
  });

  it('win for kubectl over fields before them, which is a risk', () => {
    const text = 'a: &x {b: 1}\nd:\n  b: 2\n  <<: *x\n';
    expect(problemLines(text)).toEqual(['merge-order 4:3 d']);
    expect(problemsOf(text)[0]).toMatchObject({ level: 'risky' });
    expect(problemsOf(text)[0]).not.toHaveProperty('errorType');
    expect(valuesOf(text)).toEqual([{ a: { b: 1 }, d: { b: 1 } }]);
  });

  it.each(['a', '[a]', '~', '[[{b: 1}]]'])('of what is no map are findings: %s', source => {
    expect(problemLines(`d:\n  <<: ${source}\n`)).toEqual([expect.stringMatching(/^merge-source 2:\d+ d$/)]);
  });
});

describe('what JSON has not', () => {
  it.each(['~: a\n', 'null: a\n', ': a\n', '? [a]\n: b\n', '? {a: b}\n: c\n', '18446744073709551615: a\n'])(
    'is a finding as a key: %j',
    text => {
      expect(problemLines(text)).toEqual([expect.stringMatching(/^(unsupported-key|yaml-syntax) 1:\d$/)]);
    },
  );

  it.each(['.nan', '.inf', '-.INF'])('is a finding as a number: %s', text => {
    expect(problemLines(`a: [${text}]\n`)).toEqual(['unsupported-number 1:5 a[0]']);
    expect(valuesOf(`a: [${text}]\n`)).toEqual([{ a: [null] }]);
  });
});
