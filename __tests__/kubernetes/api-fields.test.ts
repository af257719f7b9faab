import { fieldAt, unknownFields } from '../../lib/kubernetes/api-fields';

test.each([
  [['metadata', 'labels', 'example.com/anything'], 'string'],
  [['spec', 'template', 'metadata', 'annotations', 'a'], 'string'],
  [['spec', 'template', 'spec', 'containers', 0, 'resources', 'limits', 'cpu'], 'quantity'],
  [['spec', 'template', 'spec', 'containers', '-', 'ports', '3', 'containerPort'], 'int32'],
  [['spec', 'volumeClaimTemplates', 0, 'spec', 'accessModes'], 'array'],
  [['metadata', 'managedFields', 0, 'fieldsV1', 'f:spec', 'whatever', 7], 'any'],
  [[], 'object'],
])('StatefulSet has %j', (path, type) => {
  expect(fieldAt('apps/v1', 'StatefulSet', path, '1.28')).toMatchObject({ unknown: false, schema: { type } });
});

test.each([
  [['spec', 'replica'], { at: 1, similar: 'replicas' }],
  [['specs', 'replicas'], { at: 0, similar: 'spec' }],
  [['spec', 'template', 'spec', 'containers', 0, 'imagepullpolicy'], { at: 5, similar: 'imagePullPolicy' }],
  [['spec', 'template', 'spec', 'resources', 'limits'], { at: 3, since: '1.32' }],
  [['spec', 'template', 'spec', 'workloadRef'], { at: 3, since: '1.35', until: '1.35' }],
  [['spec', 'template', 'spec', 'containers', 'name'], { at: 4 }],
  [['spec', 'template', 'spec', 'containers', '01'], { at: 4 }],
  [['spec', 'replicas', 'x'], { at: 2 }],
  [['spec', 'constructor'], { at: 1 }],
])('StatefulSet 1.28 lacks %j', (path, expected) => {
  expect(fieldAt('apps/v1', 'StatefulSet', path, '1.28')).toEqual({ unknown: true, ...expected });
});

test('a field that is gone says until when it was', () => {
  const path = ['spec', 'resourceClaims', 0, 'source'];
  expect(fieldAt('v1', 'Pod', path, '1.30')).toMatchObject({ unknown: false });
  expect(fieldAt('v1', 'Pod', path, '1.36')).toEqual({ unknown: true, at: 3, until: '1.30' });
});

test('nothing is said of kinds that are not built in, or not in that version', () => {
  expect(fieldAt('argoproj.io/v1alpha1', 'Rollout', ['x'], '1.28')).toBeUndefined();
  expect(fieldAt('resource.k8s.io/v1', 'ResourceClaim', ['x'], '1.28')).toBeUndefined();
  expect(unknownFields({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', x: 1 }, '1.28')).toEqual([]);
  expect(unknownFields({ kind: 'Pod', x: 1 }, '1.28')).toEqual([]);
});

test('unknown fields come in the order of the manifest, and nothing inside them', () => {
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', lables: { a: 'b' } },
    spec: {
      containers: [{ name: 'a' }, { name: 'b', imagePullpolicy: 'Always', env: [{ nme: null }] }],
      resources: { limits: { cpu: 1 } },
      nodeSelector: { anything: 'goes' },
      volumes: 'not a list',
    },
    extra: { extra: 1 },
  };
  expect(unknownFields(manifest, '1.31')).toEqual([
    { path: 'metadata.lables', keys: ['metadata', 'lables'], similar: 'labels' },
    {
      path: 'spec.containers[1].imagePullpolicy',
      keys: ['spec', 'containers', 1, 'imagePullpolicy'],
      similar: 'imagePullPolicy',
    },
    {
      path: 'spec.containers[1].env[0].nme',
      keys: ['spec', 'containers', 1, 'env', 0, 'nme'],
      similar: 'name',
    },
    { path: 'spec.resources', keys: ['spec', 'resources'], since: '1.32' },
    { path: 'extra', keys: ['extra'] },
  ]);
  expect(unknownFields(manifest, '1.32').map(({ path }) => path)).not.toContain('spec.resources');
});

test('a deep or a long manifest is walked', () => {
  let openAPIV3Schema: Record<string, unknown> = { tpe: 'string' };
  for (let depth = 0; depth < 5_000; depth++) openAPIV3Schema = { not: openAPIV3Schema };
  const spec = { versions: [{ schema: { openAPIV3Schema } }] };
  const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec };
  expect(unknownFields(definition, '1.36')).toMatchObject([{ similar: 'type' }]);

  const ports = Array.from({ length: 200_000 }, () => ({ port: 1, prot: 2 }));
  expect(unknownFields({ apiVersion: 'v1', kind: 'Service', spec: { ports } }, '1.36')).toHaveLength(200_000);
});
