import * as fc from 'fast-check';
import { apiKind } from '../../lib/kubernetes/api-kinds';
import { KINDS, TYPES } from '../../lib/kubernetes/api-schema';
import { fieldsOf } from '../../lib/kubernetes/api-types';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { schemaKeys } from '../../lib/kubernetes/schema-line';
import { verify } from '../../lib/verify/verify';
import { verifyUpdate } from '../../lib/verify/verify-update';
import { definition, pod } from './schema/decoded';

/** What a manifest may take at most, in milliseconds. */
const MOST_TIME = 50;

const ALL_KINDS = schemaKeys(KINDS).map(key => {
  const [apiVersion = '', kind = ''] = key.split(' ');
  return { apiVersion, kind, type: apiKind(apiVersion, kind)?.type ?? '' };
});
const FIELDS = [...new Set(schemaKeys(TYPES).flatMap(type => [...(fieldsOf(type, '1.33')?.keys() ?? [])]))];
const WORDS = [
  '',
  'a',
  'a b',
  '0',
  '-1',
  '1Gi',
  'Always',
  'http',
  'x'.repeat(300),
  '2024-01-31T08:00:00Z',
  '*',
  '../x',
];

const scalar = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom('__proto__', 'constructor', 'app', ''));
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));
const version = fc.constantFrom(...KUBERNETES_VERSIONS);

/** Objects of every kind, with values of all sorts in the fields that the kind has. */
const manifest = fc.constantFrom(...ALL_KINDS).chain(({ apiVersion, kind, type }) => {
  const fields = [...(fieldsOf(type, '1.33')?.keys() ?? ['spec'])];
  return fc
    .dictionary(fc.constantFrom('metadata', ...fields), value, { maxKeys: 6 })
    .map(body => ({ ...body, apiVersion, kind }));
});

test('whatever is given is answered, and in time', () => {
  fc.assert(
    fc.property(fc.oneof(manifest, value), version, (object, kubernetesVersion) => {
      judgedInTime(object, kubernetesVersion);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever is done to a good manifest is answered, and in time', () => {
  const good = [rich(), definition({ type: 'object', properties: { a: { type: 'string', default: 'x' } } })];
  fc.assert(
    fc.property(
      fc.constantFrom(...good),
      fc.nat(),
      value,
      version,
      (object, place, other, kubernetesVersion) => {
        const changed = structuredClone(object);
        const places = placesIn(changed);
        places[place % places.length]?.(other);
        judgedInTime(changed, kubernetesVersion);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('whatever replaces whatever is answered', () => {
  fc.assert(
    fc.property(
      fc.oneof(manifest, value),
      fc.oneof(manifest, value),
      version,
      (before, after, kubernetesVersion) => {
        const { findings } = verifyUpdate(before, after, { kubernetesVersion });
        expect(findings.filter(({ rule }) => rule === 'not-verified')).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('whatever becomes of a good manifest is answered', () => {
  fc.assert(
    fc.property(fc.nat(), value, version, (place, other, kubernetesVersion) => {
      const changed = structuredClone(rich());
      const places = placesIn(changed);
      places[place % places.length]?.(other);
      for (const [before, after] of [
        [rich(), changed],
        [changed, rich()],
      ]) {
        const { findings } = verifyUpdate(before, after, { kubernetesVersion });
        expect(findings.filter(({ rule }) => rule === 'not-verified')).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});

/** A slow machine may be slow once; a slow manifest is slow again. */
function judgedInTime(object: unknown, kubernetesVersion: (typeof KUBERNETES_VERSIONS)[number]): void {
  const judge = () => {
    const start = performance.now();
    const { findings } = verify([object], { kubernetesVersion });
    return { findings, time: performance.now() - start };
  };
  const { findings, time } = judge();
  expect(findings.filter(({ rule }) => rule === 'not-verified')).toEqual([]);
  if (time > MOST_TIME) expect(Math.min(judge().time, judge().time)).toBeLessThan(MOST_TIME);
}

/** How to put something else at each place of an object. */
function placesIn(object: unknown): ((other: unknown) => void)[] {
  if (typeof object !== 'object' || object === null) return [];
  const holder = object as Record<string, unknown>;
  return Object.keys(holder).flatMap(name => [
    (other: unknown) => {
      holder[name] = other;
    },
    ...placesIn(holder[name]),
  ]);
}

function rich(): object {
  return pod(
    {
      ports: [{ name: 'http', containerPort: 80 }],
      env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      resources: { requests: { cpu: '100m' }, limits: { memory: '1Gi' } },
      livenessProbe: { httpGet: { path: '/', port: 'http' } },
      volumeMounts: [{ name: 'v', mountPath: '/v' }],
      securityContext: { capabilities: { drop: ['ALL'] } },
    },
    {
      volumes: [{ name: 'v', projected: { sources: [{ configMap: { name: 'c' } }] } }],
      tolerations: [{ key: 'a', operator: 'Exists' }],
      affinity: {
        podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a' }] },
      },
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' }],
    },
  );
}
