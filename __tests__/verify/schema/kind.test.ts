import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { judgeKind } from '../../../lib/verify/schema/kind';

function judged(apiVersion: unknown, kind: unknown, version: KubernetesVersion = '1.33') {
  const { problems, custom } = judgeKind({ apiVersion, kind }, version);
  return problems.map(p => `${p.level} ${p.rule} ${p.path}: ${p.message}; ${p.fix}`).join('\n') || { custom };
}

test('a kind that is served has nothing wrong', () => {
  expect(judged('apps/v1', 'Deployment')).toEqual({ custom: false });
});

test.each([
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
  ['extensions/v1beta1', 'Deployment', '1.16', 'apps/v1'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
  ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
  ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', '1.27', 'storage.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
])('%s %s was removed in %s', (apiVersion, kind, removedIn, instead) => {
  const said = judged(apiVersion, kind);
  expect(said).toContain(
    `rejected removed-api apiVersion: no longer serves ${kind}: Kubernetes ${removedIn} `,
  );
  expect(said).toContain(`write ${instead}`);
});

test('nothing took the place of a PodSecurityPolicy', () => {
  expect(judged('policy/v1beta1', 'PodSecurityPolicy')).toMatch(/removed-api.*nothing took its place/);
});

test('a kind is refused before the version that brings it', () => {
  expect(judged('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', '1.29')).toMatch(
    /rejected later-api apiVersion: .*from Kubernetes 1\.30 on; write .*v1beta1/,
  );
});

test('an unknown kind of a built-in group is refused', () => {
  expect(judged('v1', 'Pods')).toMatch(/rejected unknown-kind kind/);
  expect(judged('apps/v1', 'deployment')).toMatch(/rejected unknown-kind kind/);
});

test('a kind in a wrong version of its group is told the right one', () => {
  expect(judged('v1', 'Deployment')).toMatch(/rejected unknown-kind/);
  expect(judged('apps/v2', 'Deployment')).toMatch(/rejected unknown-kind.*write apps\/v1/);
});

test('another group may be of custom resources', () => {
  expect(judged('gateway.networking.k8s.io/v1', 'Gateway')).toEqual({ custom: true });
});

test('what is served only where it is enabled is risky', () => {
  expect(judged('storage.k8s.io/v1beta1', 'VolumeAttributesClass')).toMatch(/^risky disabled-api/);
  expect(judged('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.28')).toEqual({ custom: false });
});

test.each([
  [undefined, 'Pod', 'missing-kind apiVersion'],
  ['v1', undefined, 'missing-kind kind'],
  ['v1', '', 'missing-kind kind'],
  ['v1', null, 'missing-kind kind'],
  [1, 'Pod', 'wrong-type apiVersion'],
  ['v1', {}, 'wrong-type kind'],
  ['a/b/c', 'Pod', 'unknown-kind apiVersion'],
])('apiVersion %j and kind %j', (apiVersion, kind, problem) => {
  expect(judged(apiVersion, kind)).toContain(problem);
});

test('names of what every object has are no kinds', () => {
  expect(judged('constructor', 'constructor')).toMatch(/unknown-kind/);
  expect(judged('__proto__/v1', 'toString')).toEqual({ custom: true });
});
