import { decode } from '../../../lib/verify/schema/decode';
import { decodedOf, definition, pod, problemsOf } from './decoded';

const SCHEMA = 'spec.versions[0].schema.openAPIV3Schema';

test('a manifest with nothing wrong is passed on without a copy', () => {
  const manifest = pod();
  expect(decodedOf(manifest)).toBe(manifest);
});

describe('unknown fields', () => {
  test('are refused with the path of strict decoding', () => {
    expect(problemsOf(pod({ imagePullpolicy: 'Always' }))).toEqual([
      'unknown-field spec.containers[0].imagePullpolicy',
    ]);
  });

  test('are left out of the copy, and the manifest keeps them', () => {
    const manifest = pod({ colour: 'blue' });
    expect(decodedOf(manifest)).toEqual(pod());
    expect(manifest).toEqual(pod({ colour: 'blue' }));
  });

  test('come with the name that was meant', () => {
    expect(decode(pod({ imagePullpolicy: 'Always' }) as never, '1.33').problems[0]?.fix).toContain(
      "'imagePullPolicy'",
    );
  });

  test('of a later version come with that version', () => {
    expect(decode(pod({}, { hostnameOverride: 'a' }) as never, '1.33').problems[0]?.message).toContain(
      'before 1.34',
    );
  });

  test('differ by case', () => {
    expect(problemsOf(pod({ Image: 'a' }))).toEqual(['unknown-field spec.containers[0].Image']);
  });

  test('leave an entry called __proto__ beside them', () => {
    const text = '{"apiVersion":"v1","kind":"ConfigMap","colour":1,"data":{"__proto__":"a"}}';
    expect(JSON.stringify(decodedOf(JSON.parse(text)))).toContain('{"__proto__":"a"}');
  });

  test('may be called as what every object has', () => {
    const manifest = JSON.parse('{"apiVersion":"v1","kind":"Pod","__proto__":{"a":1},"constructor":{}}');
    expect(problemsOf(manifest)).toEqual(['unknown-field __proto__', 'unknown-field constructor']);
  });

  test('are those of the object, not of what it inherits from', () => {
    const manifest = Object.assign(Object.create({ colour: 1 }), { apiVersion: 'v1', kind: 'Pod', size: 1 });
    expect(problemsOf(manifest)).toEqual(['unknown-field size']);
    expect(problemsOf(Object.assign(Object.create({ colour: 1 }), pod()))).toEqual([]);
  });

  test('in a map of objects have paths without brackets', () => {
    const schema = { type: 'object', properties: { spec: { typ: 'object' } } };
    expect(problemsOf(definition(schema))).toEqual([`unknown-field ${SCHEMA}.properties.spec.typ`]);
  });
});

describe('null', () => {
  test('is an absent field', () => {
    expect(problemsOf(pod({ env: null, command: null }))).toEqual([]);
    expect(decodedOf(pod({ env: null }))).toEqual(pod());
  });

  test('is an empty value in lists and maps', () => {
    const manifest = pod({ args: ['a', null], ports: [null], resources: { limits: { cpu: null } } });
    expect(decodedOf(manifest)).toEqual(
      pod({ args: ['a', ''], ports: [{}], resources: { limits: { cpu: '0' } } }),
    );
    expect(problemsOf(manifest)).toEqual([]);
  });

  test('stays where a value may be anything', () => {
    const manifest = { apiVersion: 'apps/v1', kind: 'ControllerRevision', revision: 1, data: { a: null } };
    expect(decodedOf(manifest)).toEqual(manifest);
  });
});

describe('values of a wrong type', () => {
  test.each([
    [{ image: 5 }, 'image'],
    [{ image: ['a'] }, 'image'],
    [{ stdin: 'true' }, 'stdin'],
    [{ stdin: 1 }, 'stdin'],
    [{ ports: { containerPort: 80 } }, 'ports'],
    [{ ports: ['80'] }, 'ports[0]'],
    [{ ports: [{ containerPort: '80' }] }, 'ports[0].containerPort'],
    [{ ports: [{ containerPort: 80.5 }] }, 'ports[0].containerPort'],
    [{ ports: [{ containerPort: 2 ** 31 }] }, 'ports[0].containerPort'],
    [{ ports: [{ containerPort: Number.NaN }] }, 'ports[0].containerPort'],
    [{ securityContext: { runAsUser: 2 ** 64 } }, 'securityContext.runAsUser'],
    [{ livenessProbe: { httpGet: { port: true } } }, 'livenessProbe.httpGet.port'],
    [{ livenessProbe: { httpGet: { port: 1.5 } } }, 'livenessProbe.httpGet.port'],
    [{ resources: { limits: { cpu: true } } }, 'resources.limits[cpu]'],
    [{ resources: [] }, 'resources'],
  ])('%j', (container, path) => {
    expect(problemsOf(pod(container))).toEqual([`wrong-type spec.containers[0].${path}`]);
  });

  test.each([
    [{ ports: [{ containerPort: 80 }] }],
    [{ securityContext: { runAsUser: 2 ** 40 } }],
    [{ livenessProbe: { httpGet: { port: 'http' } } }],
    [{ livenessProbe: { httpGet: { port: 80 } } }],
    [{ resources: { limits: { cpu: 0.5, memory: '1Gi' } } }],
    [{ args: [] }],
  ])('%j is right', container => {
    expect(problemsOf(pod(container))).toEqual([]);
  });

  test('are left out of the copy', () => {
    expect(decodedOf(pod({ stdin: 'yes', tty: true }))).toEqual(pod({ tty: true }));
  });

  test('leave an empty value in a list, so that the others keep their places', () => {
    expect(decodedOf(pod({ args: [1, 'a'] }))).toEqual(pod({ args: ['', 'a'] }));
  });

  test('do not hide each other', () => {
    expect(problemsOf(pod({ stdin: 'yes', colour: 'blue', args: 'a' }))).toHaveLength(3);
  });

  test('of labels and annotations', () => {
    const metadata = { name: 'p', labels: { app: 1 }, annotations: { on: true }, finalizers: 'a' };
    expect(problemsOf({ ...pod(), metadata })).toEqual([
      'wrong-type metadata.labels[app]',
      'wrong-type metadata.annotations[on]',
      'wrong-type metadata.finalizers',
    ]);
  });

  test('of the object itself', () => {
    expect(problemsOf({ ...pod(), metadata: 'p', spec: [] })).toEqual([
      'wrong-type metadata',
      'wrong-type spec',
    ]);
  });
});

describe('the schema of a CustomResourceDefinition', () => {
  test('takes any value as a default, and objects or booleans for additional properties', () => {
    const properties = {
      a: { type: 'integer', default: 1 },
      b: { type: 'object', additionalProperties: false },
      c: { type: 'object', additionalProperties: { type: 'string' } },
      d: { type: 'array', items: { type: 'string' }, default: ['x', null] },
    };
    expect(problemsOf(definition({ type: 'object', properties }))).toEqual([]);
  });

  test('refuses anything else for additional properties', () => {
    expect(problemsOf(definition({ type: 'object', additionalProperties: 'no' }))).toEqual([
      `wrong-type ${SCHEMA}.additionalProperties`,
    ]);
  });

  test('passes over unknown fields in items, but not over wrong types', () => {
    expect(problemsOf(definition({ type: 'array', items: { typ: 'string', maxLength: 'a' } }))).toEqual([
      `wrong-type ${SCHEMA}.items.maxLength`,
    ]);
  });
});

describe('custom resources', () => {
  const boat = {
    apiVersion: 'sea.example/v1',
    kind: 'Boat',
    metadata: { name: 'b' },
    spec: { a: { b: [1] } },
  };

  test('may hold anything', () => {
    expect(problemsOf(boat)).toEqual([]);
    expect(decodedOf(boat)).toBe(boat);
  });

  test('have the metadata of all objects', () => {
    expect(problemsOf({ ...boat, metadata: { name: 5, label: {} } })).toEqual([
      'wrong-type metadata.name',
      'unknown-field metadata.label',
    ]);
  });
});
