import type { LocatedFinding } from '../../lib/manifest-files';
import { documentsOf, judged } from './documents-of';

const TEXT = `# a comment
apiVersion: v1
kind: Pod
metadata:
  name: a
  labels:
    app.kubernetes.io/name: web
    app: "b"
  annotations: {example.com/a.b: c}
spec:
  containers:
  - name: c
    image: &image "d"
    ports: [{containerPort: 80}, {
      containerPort: 81
    }]
  - name: e
    image: *image
    <<: {tty: true, stdin: yes}
  volumes:
`;

/** Where a field of the text is, as `line:column`, and what stands there. */
function place(path: string, rule = 'api', text = TEXT): string {
  const object = { apiVersion: 'v1', kind: 'Pod', name: 'a', index: 0 };
  const [document] = documentsOf(text);
  const [found] = document?.locate([{ rule, level: 'rejected', object, path, message: '', fix: '' }]) ?? [];
  if (!found) throw new Error('nothing was located');
  return `${found.location.line}:${found.location.column} ${atCaret(found)}`;
}

function atCaret({ excerpt }: LocatedFinding): string {
  return excerpt ? excerpt.text.slice(excerpt.caret) : '';
}

describe('the place of a field', () => {
  it.each([
    ['apiVersion', '2:13 v1'],
    ['metadata.name', '5:9 a'],
    ['metadata.labels.app.kubernetes.io/name', '7:29 web'],
    ['metadata.labels[app.kubernetes.io/name]', '7:29 web'],
    ['metadata.labels.app', '8:10 "b"'],
    ['metadata.labels[app]', '8:10 "b"'],
    ['metadata.annotations[example.com/a.b]', '9:34 c}'],
    ['metadata.annotations.example.com/a.b', '9:34 c}'],
    ['spec.containers[0].name', '12:11 c'],
    ['spec.containers[0].image', '13:12 &image "d"'],
    ['spec.containers[0].ports[1].containerPort', '15:22 81'],
    ['spec.containers[1].image', '18:12 *image'],
    ['spec.containers[1].stdin', '19:28 yes}'],
  ])('is that of its value: %s', (path, expected) => {
    expect(place(path)).toBe(expected);
  });

  it('is in the first version of a CustomResourceDefinition where the server says that all versions agree', () => {
    const text = `spec:
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        type: strng
    additionalPrinterColumns:
    - name: age
`;
    expect(place('spec.validation.openAPIV3Schema.type', 'api', text)).toBe('6:15 strng');
    expect(place('spec.validation.openAPIV3Schema.items', 'api', text)).toBe('5:7 openAPIV3Schema:');
    expect(place('spec.additionalPrinterColumns[0].name', 'api', text)).toBe('8:13 age');
    expect(place('spec.validationActions', 'api', text)).toBe('1:1 spec:');
    expect(place('spec.validation.a', 'api', 'spec:\n  a: 1\n')).toBe('1:1 spec:');
  });

  it.each([
    ['metadata', '4:1 metadata:'],
    ['spec.containers', '11:3 containers:'],
    ['spec.containers[1]', '17:5 name: e'],
    ['spec.containers[0].ports', '14:5 ports: [{containerPort: 80}, {'],
    ['spec.volumes', '20:3 volumes:'],
  ])('is that of its name where the value is large, or empty: %s', (path, expected) => {
    expect(place(path)).toBe(expected);
  });

  it.each([
    ['metadata.namespace', '4:1 metadata:'],
    ['spec.containers[0].ports[0].name', '14:13 {containerPort: 80}, {'],
    ['spec.containers[7].name', '11:3 containers:'],
    ['metadata.name.first', '5:3 name: a'],
    ['status', '2:1 apiVersion: v1'],
    ['', '2:1 apiVersion: v1'],
  ])('that is not there is that of what it would be in: %j', (path, expected) => {
    expect(place(path)).toBe(expected);
  });

  it('that should not be there is that of its name', () => {
    expect(place('metadata.labels.app', 'unknown-field')).toBe('8:5 app: "b"');
  });

  it('that stands twice is that of the last one', () => {
    expect(place('a.b', 'api', 'a:\n  b: 1\n  b: 2\n')).toBe('3:6 2');
  });

  it.each([
    ['a: 1\r\n---\r\nb: 2\r\n', '3:4 2'],
    ['\ufeffa: 1\n---\nb: 2\n', '3:4 2'],
    ['{"a": 1}\n{"b": 2}\n', '2:7 2}'],
    ['{"a": 1} {"b": 2}\n', '1:16 2}'],
    ['a: "\u{1f600}"\n---\n{b: 2}\n', '3:5 2}'],
  ])('counts the lines and characters before it: %j', (text, expected) => {
    const [, document] = documentsOf(text);
    const object = { apiVersion: '', kind: '', name: '', index: 1 };
    const located = document?.locate([
      { rule: 'api', level: 'rejected', object, path: 'b', message: '', fix: '' },
    ]);
    const [found] = located ?? [];
    expect(found && `${found.location.line}:${found.location.column} ${atCaret(found)}`).toBe(expected);
  });

  it('may be in an item of a list', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: A_b}\n';
    expect(judged(text).map(found => [found.path, found.location.line, atCaret(found)])).toEqual([
      ['items[0].metadata.name', 6, 'A_b}'],
    ]);
  });
});

describe('the line of a finding', () => {
  it('is cut around its place where it is long', () => {
    const text = `{"a": ${JSON.stringify('x'.repeat(200))}, "b": 1, "c": ${JSON.stringify('y'.repeat(200))}}`;
    const [document] = documentsOf(text);
    const object = { apiVersion: '', kind: '', name: '', index: 0 };
    const [found] =
      document?.locate([{ rule: 'api', level: 'risky', object, path: 'b', message: '', fix: '' }]) ?? [];
    expect(found?.location.column).toBe(text.indexOf('"b"') + 6);
    expect(found?.excerpt?.text).toMatch(/^\u2026x+", "b": 1, "c": "y+\u2026$/);
    expect(found && atCaret(found)).toMatch(/^1, "c"/);
    expect(found?.excerpt?.text.length).toBeLessThan(110);
  });

  it('holds nothing that steers a terminal', () => {
    const [document] = documentsOf('a: "b\u202ec\u009bd\te"\n'.replace('\u009b', '\u2066'));
    const object = { apiVersion: '', kind: '', name: '', index: 0 };
    const [found] =
      document?.locate([{ rule: 'api', level: 'risky', object, path: 'a', message: '', fix: '' }]) ?? [];
    expect(found?.excerpt?.text).toBe('a: "b\u00b7c\u00b7d e"');
  });
});
