import { KUBERNETES_VERSIONS } from '../../../lib/kubernetes/kubernetes-version';
import { decode } from '../../../lib/verify/schema/decode';
import { verify } from '../../../lib/verify/verify';
import { decodedOf, pod, problemsOf } from './decoded';

const sidecar = pod({}, { initContainers: [{ name: 's', image: 'shop/proxy:1', restartPolicy: 'Always' }] });

test('a sidecar blocks the pod for ever where the gate is off', () => {
  const [problem] = decode(sidecar as never, '1.28').problems;
  expect(problem).toMatchObject({ level: 'broken', path: 'spec.initContainers[0].restartPolicy' });
  expect(problem).not.toHaveProperty('errorType');
  expect(problem?.fix).toContain('1.29');
});

test('a sidecar is fine where the gate is on', () => {
  expect(problemsOf(sidecar, '1.29')).toEqual([]);
});

test('what is dropped is not validated', () => {
  expect(decodedOf(sidecar, '1.28')).toEqual(
    pod({}, { initContainers: [{ name: 's', image: 'shop/proxy:1' }] }),
  );
});

test('the restart policy of another container is left to validation', () => {
  expect(decodedOf(pod({ restartPolicy: 'Always' }), '1.28')).toEqual(pod({ restartPolicy: 'Always' }));
});

test('a CronJob keeps what its Jobs lose, and it is validated', () => {
  const spec = { backoffLimitPerIndex: 1, template: {} };
  const job = { apiVersion: 'batch/v1', kind: 'Job', spec };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { schedule: '@daily', jobTemplate: { spec } },
  };
  expect(decodedOf(job, '1.28')).toEqual({ ...job, spec: { template: {} } });
  expect(decodedOf(cronJob, '1.28')).toEqual(cronJob);
  expect(problemsOf(cronJob, '1.28')).toEqual(['gated-field spec.jobTemplate.spec.backoffLimitPerIndex']);
  const { findings } = verify([cronJob], { kubernetesVersion: '1.28' });
  expect(findings.map(({ path, rule }) => `${rule} ${path}`)).toContain(
    'api spec.jobTemplate.spec.backoffLimitPerIndex',
  );
});

test('what is dropped must have its type all the same', () => {
  const job = { apiVersion: 'batch/v1', kind: 'Job', spec: { backoffLimitPerIndex: 2 ** 31, template: {} } };
  expect(problemsOf(job, '1.28')).toContain('wrong-type spec.backoffLimitPerIndex');
});

test('a value that the server would set itself is no loss', () => {
  expect(problemsOf(pod({ securityContext: { procMount: 'Default' } }), '1.28')).toEqual([]);
  expect(problemsOf(pod({ securityContext: { procMount: 'Unmasked' } }), '1.28')).toEqual([
    'gated-field spec.containers[0].securityContext.procMount',
  ]);
});

test.each([
  ['hostUsers of a pod', pod({}, { hostUsers: false }), '1.28', '1.33'],
  ['resources of a pod', pod({}, { resources: { limits: { cpu: '1' } } }), '1.32', '1.34'],
  ['an image as a volume', pod({}, { volumes: [{ name: 'v', image: { reference: 'a' } }] }), '1.31', '1.35'],
  ['resize policies', pod({ resizePolicy: [] }), '1.28', '1.33'],
  [
    'two unavailable pods of a StatefulSet',
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } },
    },
    '1.28',
    undefined,
  ],
] as const)('%s', (_, manifest, from, on) => {
  const off = KUBERNETES_VERSIONS.filter(version =>
    problemsOf(manifest, version).some(problem => problem.startsWith('gated-field')),
  );
  const first = KUBERNETES_VERSIONS.indexOf(from);
  const last = on === undefined ? undefined : KUBERNETES_VERSIONS.indexOf(on);
  expect(off).toEqual(KUBERNETES_VERSIONS.slice(first, last));
});
