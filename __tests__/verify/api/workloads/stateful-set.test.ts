import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateStatefulSet } from '../../../../lib/verify/api/workloads/stateful-set';
import { verify } from '../../../../lib/verify/verify';
import { judged, POD, SELECTOR, TEMPLATE } from './judged';

const CLAIM = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};
const MOUNTING = {
  containers: [{ ...POD.containers[0], volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
};

const set = (spec: object, version: KubernetesVersion = '1.28') =>
  judged(
    validateStatefulSet,
    { metadata: { name: 'db' }, spec: { selector: SELECTOR, template: TEMPLATE, ...spec } },
    version,
  );
const ofPods = (spec: object) => ({ template: { ...TEMPLATE, spec } });

test.each(['1.28', '1.36'] as const)('a claim is a volume that the containers of %s mount', version => {
  expect(set({ ...ofPods(MOUNTING), volumeClaimTemplates: [CLAIM] }, version)).toEqual([]);
});

test('the name is a DNS label, as it becomes that of hosts', () => {
  const object = { metadata: { name: 'db.shop' }, spec: { selector: SELECTOR, template: TEMPLATE } };
  expect(judged(validateStatefulSet, object)).toEqual(['Invalid metadata.name']);
});

test('the pods are selected', () => {
  expect(set({ selector: undefined })).toEqual([
    'Required spec.selector',
    'Invalid spec.template.metadata.labels',
  ]);
});

test('numbers are 0 or more', () => {
  expect(set({ replicas: -1, minReadySeconds: -1, ordinals: { start: -1 } })).toEqual([
    'Invalid spec.replicas',
    'Invalid spec.minReadySeconds',
    'Invalid spec.ordinals.start',
  ]);
  expect(set({ revisionHistoryLimit: -1 })).toEqual([]);
});

test.each([
  [{ podManagementPolicy: 'Parallel' }, []],
  [{ podManagementPolicy: 'parallel' }, ['Invalid spec.podManagementPolicy']],
  [{ updateStrategy: { rollingUpdate: { partition: 1 } } }, []],
  [
    { updateStrategy: { rollingUpdate: { partition: -1 } } },
    ['Invalid spec.updateStrategy.rollingUpdate.partition'],
  ],
  [
    { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } },
    ['Invalid spec.updateStrategy.rollingUpdate'],
  ],
  [{ updateStrategy: { type: 'Recreate' } }, ['Invalid spec.updateStrategy']],
  [{ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }, []],
  [
    { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Keep', whenScaled: 'Keep' } },
    [
      'NotSupported spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
      'NotSupported spec.persistentVolumeClaimRetentionPolicy.whenScaled',
    ],
  ],
])('%j', (spec, expected) => {
  expect(set(spec)).toEqual(expected);
});

test.each(['1.28', '1.36'] as const)('maxUnavailable is not judged by %s, which drops it', version => {
  expect(set({ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }, version)).toEqual([]);
});

test('a Service name that is no DNS label breaks the set, and is refused since 1.33', () => {
  expect(set({ serviceName: 'db.shop' }, '1.32')).toEqual(['broken Invalid spec.serviceName']);
  expect(set({ serviceName: 'db.shop' }, '1.33')).toEqual(['Invalid spec.serviceName']);
  expect(set({ serviceName: '' }, '1.36')).toEqual([]);
});

test('pods that cannot be created break the set, and are refused since 1.34', () => {
  expect(set(ofPods({}), '1.33')).toEqual(['broken Required spec.template.spec.containers']);
  expect(set(ofPods({}), '1.34')).toEqual(['Required spec.template.spec.containers']);
});

test('what every version looks at in the template is refused by every version', () => {
  const template = { metadata: { labels: { app: 'web', other: '-' }, annotations: { '-': '' } }, spec: POD };
  expect(set({ template })).toEqual(['Invalid spec.template.labels', 'Invalid spec.template.annotations']);
  const annotations = { 'controller.kubernetes.io/pod-deletion-cost': 'low' };
  expect(set({ template: { ...TEMPLATE, metadata: { ...TEMPLATE.metadata, annotations } } })).toEqual([
    'Invalid spec.template.annotations[controller.kubernetes.io/pod-deletion-cost]',
  ]);
  expect(set(ofPods({ ...POD, restartPolicy: 'Never' }))).toContain(
    'NotSupported spec.template.spec.restartPolicy',
  );
});

test('claims that cannot be created break the set, and are refused since 1.34', () => {
  const claims = { volumeClaimTemplates: [{ ...CLAIM, spec: { ...CLAIM.spec, accessModes: [] } }] };
  expect(set(claims, '1.33')).toEqual(['broken Required spec.volumeClaimTemplates[0].spec.accessModes']);
  expect(set(claims, '1.34')).toEqual(['Required spec.volumeClaimTemplates[0].spec.accessModes']);
});

test('labels of claims break the set in every version: no server looks at them', () => {
  const claim = { ...CLAIM, metadata: { name: 'data', labels: { app: '-' } } };
  expect(set({ volumeClaimTemplates: [claim] }, '1.36')).toEqual([
    'broken Invalid spec.volumeClaimTemplates[0].metadata.labels',
  ]);
});

test('a broken finding has no error type, and says what comes of it', () => {
  const spec = { selector: SELECTOR, template: TEMPLATE, serviceName: 'db.shop' };
  const manifest = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec };
  const { findings } = verify([manifest], { kubernetesVersion: '1.28' });
  expect(findings).toEqual([
    expect.objectContaining({
      level: 'broken',
      path: 'spec.serviceName',
      message: expect.stringMatching(/refuses/),
    }),
  ]);
  expect(findings[0]).not.toHaveProperty('errorType');
});
