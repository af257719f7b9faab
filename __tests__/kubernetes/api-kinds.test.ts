import { readFileSync } from 'node:fs';
import { apiKind, servedKind } from '../../lib/kubernetes/api-kinds';
import type { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

test('a kind knows its group, its resource, its scope and its type', () => {
  expect(apiKind('apps/v1', 'StatefulSet')).toEqual({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    group: 'apps',
    plural: 'statefulsets',
    namespaced: true,
    type: 'V1StatefulSet',
    since: '1.28',
  });
  expect(apiKind('v1', 'Namespace')).toMatchObject({ group: '', plural: 'namespaces', namespaced: false });
});

test.each([
  ['v1', 'Endpoints', 'endpoints', true],
  ['v1', 'PersistentVolume', 'persistentvolumes', false],
  ['v1', 'Binding', 'bindings', true],
  ['v1', 'ComponentStatus', 'componentstatuses', false],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', true],
  ['networking.k8s.io/v1', 'IngressClass', 'ingressclasses', false],
  ['storage.k8s.io/v1', 'StorageClass', 'storageclasses', false],
  ['storage.k8s.io/v1', 'CSIStorageCapacity', 'csistoragecapacities', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', false],
  ['authorization.k8s.io/v1', 'LocalSubjectAccessReview', 'localsubjectaccessreviews', true],
  ['authentication.k8s.io/v1', 'TokenReview', 'tokenreviews', false],
])('%s %s is %s, namespaced: %s', (apiVersion, kind, plural, namespaced) => {
  expect(apiKind(apiVersion, kind)).toMatchObject({ plural, namespaced });
});

test.each<[string, string, KubernetesVersion, KubernetesVersion | undefined]>([
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.28', '1.28'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.28', '1.31'],
  ['flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', '1.29', undefined],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', '1.30', undefined],
  ['coordination.k8s.io/v1alpha1', 'LeaseCandidate', '1.31', '1.31'],
  ['resource.k8s.io/v1', 'ResourceClaim', '1.34', undefined],
  ['storage.k8s.io/v1', 'VolumeAttributesClass', '1.34', undefined],
  ['scheduling.k8s.io/v1alpha1', 'Workload', '1.35', '1.35'],
  ['admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy', '1.36', undefined],
])('%s %s is served since %s until %s', (apiVersion, kind, since, until) => {
  const found = apiKind(apiVersion, kind);
  expect(found).toMatchObject({ since });
  expect(found?.until).toBe(until);
});

test('a version serves what it has', () => {
  expect(servedKind('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.28')).toBeDefined();
  expect(servedKind('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.29')).toBeUndefined();
});

test.each([
  ['autoscaling/v1', 'Scale'],
  ['policy/v1', 'Eviction'],
  ['authentication.k8s.io/v1', 'TokenRequest'],
  ['v1', 'PodList'],
  ['v1', 'Status'],
  ['apps/v1beta1', 'Deployment'],
  ['argoproj.io/v1alpha1', 'Rollout'],
  ['v1', 'constructor'],
  ['v1', 'Pod: pods'],
  ['v1 Pod: pods n', 'V1Pod'],
  ['v1', 'Node: nodes c V1Node\nv1 PersistentVolume'],
  ['constructor', 'name'],
])('%s %s is no built-in kind', (apiVersion, kind) => {
  expect(apiKind(apiVersion, kind)).toBeUndefined();
});

test.each<[string, KubernetesVersion]>([
  ['cdk8s-plus-28', '1.28'],
  ['cdk8s-plus-31', '1.31'],
  ['cdk8s-plus-34', '1.34'],
])('the kinds that %s imports are those of %s', (name, version) => {
  const source = readFileSync(`node_modules/${name}/lib/imports/k8s.js`, 'utf8');
  const imported = [...source.matchAll(/\bGVK = \{\s+apiVersion: '(.*)',\s+kind: '(.*)',/g)]
    .map(([, apiVersion = '', kind = '']) => ({ apiVersion, kind }))
    .filter(({ kind }) => !/List$|^(Scale|Eviction|Status|TokenRequest|DeleteOptions)$/.test(kind));
  expect(imported.length).toBeGreaterThan(70);
  expect(imported.filter(({ apiVersion, kind }) => !servedKind(apiVersion, kind, version))).toEqual([]);
});
