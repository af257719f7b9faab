import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify/verify';
import { definition, pod } from './schema/decoded';

/** The rules of what is found, none of which is that the verifier failed. */
function rulesOf(...manifests: readonly unknown[]): string[] {
  const { findings } = verify(manifests, { kubernetesVersion: ['1.28', '1.36'] });
  const rules = findings.map(({ rule }) => rule);
  expect(rules).not.toContain('not-verified');
  return [...new Set(rules)];
}

/** Objects that are held in each other so many levels deep. */
function nested(levels: number, key: string): object {
  let inner: object = {};
  for (let level = 0; level < levels; level++) inner = { [key]: inner };
  return inner;
}

/** An object that holds the one before it ten times, so many levels deep. */
function bomb(levels: number): object {
  let inner: object = { type: 'string' };
  for (let level = 0; level < levels; level++) {
    const properties = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a${at}`, inner]));
    inner = { type: 'object', properties };
  }
  return inner;
}

const boat = { apiVersion: 'sea.example/v1', kind: 'Boat', metadata: { name: 'b' } };
const revision = { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'r' }, revision: 1 };
const cyclic: { self?: unknown; not?: unknown } = {};
cyclic.self = cyclic;
const cyclicSchema: { not?: unknown; type: string } = { type: 'object' };
cyclicSchema.not = cyclicSchema;

const cases: readonly (readonly [string, readonly unknown[], string])[] = [
  ['a custom resource 10,000 levels deep', [{ ...boat, spec: nested(10_000, 'a') }], 'too-deep'],
  ['data 10,000 levels deep', [{ ...revision, data: nested(10_000, 'a') }], 'too-deep'],
  ['a schema 10,000 levels deep', [definition(nested(10_000, 'not'))], 'too-deep'],
  [
    'an unknown field 10,000 levels deep',
    [{ ...(pod() as object), extra: nested(10_000, 'a') }],
    'unknown-field',
  ],
  ['lists 10,000 levels deep', [nestedLists(10_000)], 'too-deep'],
  ['a custom resource that holds itself', [{ ...boat, spec: cyclic }], 'too-deep'],
  ['data that hold themselves', [{ ...revision, data: cyclic }], 'too-deep'],
  ['a schema that holds itself', [definition(cyclicSchema)], 'too-deep'],
  ['a custom resource of 10^30 values', [{ ...boat, spec: bomb(30) }], 'too-large'],
  ['a schema of 10^30 values', [definition(bomb(30))], 'too-large'],
  ['a Secret of 10^30 values', [{ apiVersion: 'v1', kind: 'Secret', data: bomb(30) }], 'wrong-type'],
  ['100,000 unknown fields', [{ ...(pod() as object), ...many(100_000) }], 'unknown-field'],
];

test.each(cases)('%s is told of within a second', (_, manifests, rule) => {
  const start = performance.now();
  expect(rulesOf(...manifests)).toContain(rule);
  expect(performance.now() - start).toBeLessThan(4_000);
});

test.each([
  '{"apiVersion":"v1","kind":"Pod","metadata":{"__proto__":{"name":"p"}}}',
  '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"__proto__":"a","constructor":"b"}}}',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"__proto__":null,"a":1}}',
  '{"apiVersion":"__proto__","kind":"__proto__","__proto__":{"kind":"Pod"}}',
  '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"data":{"toString":"YQ=="}}',
])('names of what every object has are names: %s', text => {
  rulesOf(JSON.parse(text));
  expect({}).not.toHaveProperty('kind');
});

test('an entry called __proto__ is kept beside one that is refused', () => {
  const text = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"__proto__":1,"a":2}}';
  const { findings } = verify([JSON.parse(text)]);
  expect(findings.map(({ path }) => path)).toEqual(['data[__proto__]', 'data[a]']);
});

test('texts with NUL bytes and halves of characters are texts', () => {
  rulesOf(pod({ image: '\u0000', args: ['\ud800'] }), { apiVersion: '\u0000', kind: '\ud800' });
});

test('every version answers an empty object', () => {
  for (const kubernetesVersion of KUBERNETES_VERSIONS) {
    expect(verify([{}], { kubernetesVersion }).findings).toHaveLength(2);
  }
});

function nestedLists(levels: number): object {
  let inner: object = { apiVersion: 'v1', kind: 'List', items: [] };
  for (let level = 0; level < levels; level++) inner = { apiVersion: 'v1', kind: 'List', items: [inner] };
  return inner;
}

function many(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`imag${at}`, at]));
}
