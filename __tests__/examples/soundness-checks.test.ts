import type { AnyManifest } from '../render';
import {
  deadPorts,
  fieldsUnknownTo128,
  homeless,
  looseMounts,
  missingConfigMaps,
  namespacedWrongly,
  sharedIdentities,
  unmatchedSelectors,
} from './soundness';

const metadata = { name: 'web', namespace: 'shop' };

function service(spec: AnyManifest): AnyManifest {
  return { apiVersion: 'v1', kind: 'Service', metadata, spec };
}

function set(container: AnyManifest = {}, spec: AnyManifest = {}, pod: AnyManifest = {}): AnyManifest {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', ...container }], ...pod },
  };
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { template, ...spec } };
}

test('a cluster-scoped kind in a namespace is found', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata };
  const snapshots = { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', metadata };
  expect(namespacedWrongly([namespace, snapshots, service({})])).toHaveLength(2);
});

test('an object in no namespace, or in one that nobody writes, is found', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const nowhere = { ...service({}), metadata: { name: 'web' } };
  const elsewhere = { ...service({}), metadata: { name: 'web', namespace: 'lab' } };
  expect(homeless([namespace, service({}), nowhere, elsewhere])).toEqual(['Service web', 'Service lab web']);
});

test('an identity is shared across the versions of a group, and not across groups or namespaces', () => {
  const beta = { ...set(), apiVersion: 'apps/v1beta1' };
  const elsewhere = { ...set(), metadata: { ...metadata, namespace: 'lab' } };
  const custom = { ...set(), apiVersion: 'example.com/v1' };
  expect(sharedIdentities([set(), beta, elsewhere, custom])).toEqual(['apps StatefulSet shop web']);
});

test.each([
  ['another label', service({ selector: { app: 'wbe' } })],
  ['a replica that there is not', service({ selector: { 'statefulset.kubernetes.io/pod-name': 'web-2' } })],
  [
    'another namespace',
    { ...service({ selector: { app: 'web' } }), metadata: { name: 'web', namespace: 'lab' } },
  ],
  ['a role that nobody sets', service({ selector: { app: 'web', role: 'primary' } })],
])('a selector of %s matches nothing', (_, lost) => {
  expect(unmatchedSelectors([lost, set({}, { replicas: 2 })])).toHaveLength(1);
});

test.each([
  ['a label', service({ selector: { app: 'web' } })],
  ['a replica', service({ selector: { 'statefulset.kubernetes.io/pod-name': 'web-1' } })],
  ['nothing', service({})],
])('a Service that selects %s is fine', (_, fine) => {
  expect(unmatchedSelectors([fine, set({}, { replicas: 2 })])).toEqual([]);
});

test('a port of a Service that no container has is dead, by name and by number', () => {
  const ports = [
    { port: 80, targetPort: 'http' },
    { port: 8080 },
    { port: 81, targetPort: 'htpp' },
    { port: 82 },
  ];
  const web = set({ ports: [{ name: 'http', containerPort: 8080 }] });
  expect(deadPorts([service({ selector: { app: 'web' }, ports }), web])).toEqual([
    'Service shop web:81',
    'Service shop web:82',
  ]);
});

test('a mount without a volume is found, and so is a volume without a mount', () => {
  const claim = { metadata: { name: 'data' } };
  const mounted = { volumeMounts: [{ name: 'data' }] };
  expect(looseMounts([set(mounted, { volumeClaimTemplates: [claim] })])).toEqual([]);
  expect(looseMounts([set(mounted)])).toEqual(['StatefulSet shop web: data']);
  expect(looseMounts([set({}, { volumeClaimTemplates: [claim] })])).toEqual(['StatefulSet shop web: data']);
});

test('a volume and a claim template of one name are found', () => {
  const template = { volumeClaimTemplates: [{ metadata: { name: 'data' } }] };
  const web = set({ volumeMounts: [{ name: 'data' }] }, template, {
    volumes: [{ name: 'data', emptyDir: {} }],
  });
  expect(looseMounts([web])).toEqual(['StatefulSet shop web: data']);
});

test('a ConfigMap that is mounted and not written is found', () => {
  const web = set({}, {}, { volumes: [{ name: 'conf', configMap: { name: 'conf' } }] });
  const conf = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf' } };
  expect(missingConfigMaps([web])).toEqual(['conf']);
  expect(missingConfigMaps([web, conf])).toEqual([]);
});

test('a field that 1.28 does not have is found', () => {
  expect(fieldsUnknownTo128([set({ imagePullpolicy: 'Always' })])).toEqual([
    'StatefulSet shop web: spec.template.spec.containers[0].imagePullpolicy',
  ]);
});
