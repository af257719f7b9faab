import { documentsOf } from './documents-of';

const SECRET = 'hunter2';

/** What is shown of the lines of some fields. */
function shown(text: string, ...paths: string[]): (string | undefined)[] {
  const object = { apiVersion: '', kind: '', name: '', index: 0 };
  return documentsOf(text).flatMap(document =>
    document
      .locate(paths.map(path => ({ rule: 'api', level: 'risky', object, path, message: '', fix: '' })))
      .map(({ excerpt }) => excerpt?.text),
  );
}

describe('the line of a finding', () => {
  it.each([
    ['data', `kind: Secret\ndata:\n  a: ${SECRET}\n`, 'data[a]', '  a: [redacted]'],
    [
      'stringData',
      `kind: Secret\nstringData: {a: "${SECRET}", b: 1}\n`,
      'stringData.a',
      'stringData: {a: [redacted], b: [redacted]}',
    ],
    [
      'a misspelt field',
      `kind: Secret\nstringdata:\n  a: '${SECRET}' # was ${SECRET}1\n`,
      'stringdata',
      'stringdata:',
    ],
    ['a comment', `kind: Secret\ndata:\n  a: '${SECRET}' # was ${SECRET}1\n`, 'data.a', '  a: [redacted] '],
    [
      'an annotation',
      `kind: Secret\nmetadata: {annotations: {a: ${SECRET}}}\n`,
      'metadata.annotations.a',
      'metadata: {annotations: {a: [redacted]}}',
    ],
    [
      'a value that is none',
      `kind: Secret\ndata: {a: [${SECRET}]}\n`,
      'data.a[0]',
      'data: {a: [[redacted]]}',
    ],
    ['data as text', `kind: Secret\ndata: ${SECRET}\n`, 'data', 'data: [redacted]'],
    ['a later duplicate', `kind: Secret\ndata:\n  a: ${SECRET}\n  a: 1\n`, 'data', 'data:'],
    [
      'an item of a list',
      `kind: List\nitems: [{kind: Secret, data: {a: ${SECRET}}}]\n`,
      'items[0].data.a',
      'items: [{kind: Secret, data: {a: [redacted]}}]',
    ],
    [
      'a variable',
      `env:\n- {name: DB_PASSWORD, value: ${SECRET}}\n`,
      'env[0].value',
      '- {name: DB_PASSWORD, value: [redacted]}',
    ],
    [
      'a URL with a password',
      `env:\n- {name: DB, value: "pg://a:${SECRET}@b"}\n`,
      'env[0].value',
      '- {name: DB, value: [redacted]}',
    ],
    [
      'an anchor',
      `kind: Secret\nmetadata: {labels: {x: &a ${SECRET}}}\ndata: {a: *a}\n`,
      'metadata.labels.x',
      'metadata: {labels: {x: [redacted]}}',
    ],
    ['an alias', `x: &a {b: ${SECRET}}\nkind: Secret\ndata: *a\n`, 'x.b', 'x: &a {b: [redacted]}'],
    [
      'a merged map',
      `x: &a {kind: Secret, data: {b: ${SECRET}}}\ny: {<<: *a}\n`,
      'x.data.b',
      'x: &a {kind: Secret, data: {b: [redacted]}}',
    ],
  ])('shows no secret: %s', (_, text, path, line) => {
    expect(shown(text, path)).toEqual([line]);
  });

  it('shows no line of a secret that has several', () => {
    const text = `kind: Secret\nstringData:\n  a: |\n    ${SECRET}\n    more\n  b: "x\n    ${SECRET}"\n`;
    const lines = shown(text, 'stringData.a', 'stringData.b');
    expect(lines).toEqual(['  a: [redacted]', '  b: [redacted]']);
  });

  it('shows what is no secret', () => {
    const text = 'kind: Secret\ntype: Opaque\nmetadata: {name: a, labels: {b: c}}\nimmutable: true\n';
    expect(shown(text, 'type', 'metadata.labels.b', 'immutable')).toEqual([
      'type: Opaque',
      'metadata: {name: a, labels: {b: c}}',
      'immutable: true',
    ]);
    expect(shown('env:\n- {name: LOG_LEVEL, value: debug}\n', 'env[0].value')).toEqual([
      '- {name: LOG_LEVEL, value: debug}',
    ]);
  });

  it.each([
    ['kind: Secret\ndata:\n  a: [hunter2\n'],
    ['kind: "Secret"\ndata: {a: hunter2\n'],
    ['env:\n- name: TOKEN\n  value: "hunter2\n'],
    ['kind: Secret\ndata:\n  a: *hunter2\n'],
    ['kind: Secret\ndata:\n  a: !hunter2{\n'],
    ['kind: Secret\ndata:\n  a: @hunter2\n'],
  ])('is not shown where the document cannot be parsed, and may hold one: %j', text => {
    const findings = documentsOf(text).flatMap(document => document.findings());
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toHaveProperty('excerpt');
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  it.each(['a: *hunter2', 'a: !hunter2 b', 'a: &hunter2', 'a: !!int hunter2', '? [hunter2]\n: a'])(
    'is not repeated in what is said of a tag, an alias or a key: %s',
    text => {
      const [finding] = documentsOf(`kind: Secret\n${text}\n`).flatMap(document => document.findings());
      expect(`${finding?.message} ${finding?.fix}`).not.toContain(SECRET);
    },
  );

  it('is shown where a document that cannot be parsed holds none', () => {
    const [finding] = documentsOf('kind: Pod\nspec: {a: b: c}\n').flatMap(document => document.findings());
    expect(finding?.excerpt?.text).toBe('spec: {a: b: c}');
  });
});
