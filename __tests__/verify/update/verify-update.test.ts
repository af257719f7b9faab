import * as fc from 'fast-check';
import { apiKind } from '../../../lib/kubernetes/api-kinds';
import { KINDS, TYPES } from '../../../lib/kubernetes/api-schema';
import { fieldsOf } from '../../../lib/kubernetes/api-types';
import { KUBERNETES_VERSIONS } from '../../../lib/kubernetes/kubernetes-version';
import { schemaKeys } from '../../../lib/kubernetes/schema-line';
import { verifyUpdate } from '../../../lib/verify';
import { podSpec, updated } from './updated';

const deployment = (name: string, labels: object, apiVersion = 'apps/v1') => ({
  apiVersion,
  kind: 'Deployment',
  metadata: { name },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec() } },
});
const web = deployment('web', { app: 'web' });

test('an unchanged object is no finding', () => {
  expect(updated(web, structuredClone(web))).toEqual([]);
});

test('a finding names object, field, fix and versions', () => {
  const { findings } = verifyUpdate(web, deployment('web', { app: 'shop' }), {
    kubernetesVersion: ['1.28', '1.36'],
  });
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'update',
      level: 'rejected',
      errorType: 'FieldValueInvalid',
      path: 'spec.selector',
      object: expect.objectContaining({ kind: 'Deployment', name: 'web' }),
      fix: expect.stringContaining('another name'),
      see: expect.stringMatching(/^https:/),
      versions: ['1.28', '1.36'],
    }),
  ]);
});

test('objects of other kinds and groups are no update', () => {
  expect(updated(web, { ...web, kind: 'StatefulSet' })).toEqual(['Decode kind']);
  expect(updated({ ...web, apiVersion: 'example.com/v1' }, web)).toEqual(['Decode apiVersion']);
});

test('a stored object of a version that is gone is read as one of the new version', () => {
  const before = deployment('web', { app: 'web' }, 'apps/v1beta2');
  expect(updated(before, web)).toEqual([]);
  expect(updated(before, deployment('web', { app: 'shop' }))).toEqual(['Invalid spec.selector']);
});

test('of a custom resource metadata is judged', () => {
  const resource = (name: string, size: number) => ({
    apiVersion: 'example.com/v1',
    kind: 'Database',
    metadata: { name },
    spec: { size },
  });
  expect(updated(resource('db', 1), resource('db', 2))).toEqual([]);
  expect(updated(resource('db', 1), resource('sql', 1))).toEqual(['Invalid metadata.name']);
});

test('nothing is said where there is nothing to compare', () => {
  for (const value of [undefined, null, 'text', 7, [web]]) {
    expect(verifyUpdate(value, web).findings).toEqual([]);
    expect(verifyUpdate(web, value).findings).toEqual([]);
  }
});

test('an unknown version is an error of the caller', () => {
  expect(() => verifyUpdate(web, web, { kubernetesVersion: '1.2' as '1.28' })).toThrow(/1\.2/);
});

test('the objects stay as they are', () => {
  const before = deepFrozen(structuredClone(web));
  const after = deepFrozen(deployment('web', { app: 'shop' }));
  expect(updated(before, after)).toEqual(['Invalid spec.selector']);
});

test('what a Secret holds is in no finding', () => {
  const secret = (data: object, immutable: boolean) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db' },
    immutable,
    ...data,
  });
  const findings = [
    ...verifyUpdate(
      secret({ data: { key: 'aHVudGVyMg==' } }, true),
      secret({ stringData: { key: 'correct-horse' }, type: 'kubernetes.io/tls' }, false),
    ).findings,
  ];
  expect(findings.map(({ path }) => path)).toEqual(['data', 'immutable', 'type']);
  expect(JSON.stringify(findings)).not.toMatch(/aHVudGVyMg|hunter2|correct-horse|Y29ycmVjdC/);
});

describe('whatever is given', () => {
  const kinds = schemaKeys(KINDS).map(key => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    return { apiVersion, kind, type: apiKind(apiVersion, kind)?.type ?? '' };
  });
  const names = [...new Set(schemaKeys(TYPES).flatMap(type => [...(fieldsOf(type, '1.33')?.keys() ?? [])]))];
  const { value } = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.oneof(fc.constantFrom('', 'a', '1Gi', 0, -1, true, null), fc.string(), fc.integer(), fc.double()),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), tie('value'), { maxKeys: 5 }),
    ),
  }));
  const pair = fc.constantFrom(...kinds).chain(({ apiVersion, kind, type }) => {
    const fields = [...(fieldsOf(type, '1.33')?.keys() ?? ['spec'])];
    const body = fc.dictionary(fc.constantFrom('metadata', ...fields), value, { maxKeys: 5 });
    return fc.tuple(body, body).map(sides => sides.map(side => ({ ...side, apiVersion, kind })));
  });

  test('it answers, and does not fail itself', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...KUBERNETES_VERSIONS), ([before, after], kubernetesVersion) => {
        const { findings } = verifyUpdate(before, after, { kubernetesVersion });
        expect(findings.filter(({ rule }) => rule === 'not-verified')).toEqual([]);
        expect(verifyUpdate(before, before, { kubernetesVersion }).findings).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFrozen(part);
  return Object.freeze(value);
}
