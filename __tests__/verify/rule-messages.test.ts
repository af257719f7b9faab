import { verify } from '../../lib/verify';
import { fixturesOf } from './rule-fixture';

/** What a rule says on the manifests of one of its fixtures, in the order of the file. */
function saidOn(rule: string, file: string): { message: string; fix: string | undefined }[] {
  const fixture = fixturesOf(rule).find(each => each.file === file);
  return verify(fixture?.manifests ?? [], { ...fixture?.settings, kubernetesVersion: '1.32' })
    .findings.filter(finding => finding.rule === rule)
    .map(({ message, fix }) => ({ message, fix }));
}

test('the fix of a target port names the nearest port that is declared', () => {
  const fixes = saidOn('service-target-port', 'fail.yaml').map(({ fix }) => fix);
  expect(fixes).toEqual([
    "write targetPort: http, or declare port 'htpp' in a container",
    'write protocol: UDP, or declare the port for TCP',
    'write targetPort: http, or declare port 9000 in a container',
    'write protocol: TCP, or declare the port for UDP',
    "declare port 'postgres' in a container",
  ]);
});

test('the name of a sidecar that no Service finds is to be its number', () => {
  expect(saidOn('service-target-port', 'fail-sidecar.yaml')).toEqual([
    {
      message: expect.stringMatching(/'metrics', which a sidecar declares: before 1\.33/),
      fix: 'write targetPort: 9102',
    },
  ]);
});

test('a name that the server refuses is not what to write', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] },
  };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', labels: { app: 'web' } },
    spec: {
      containers: [{ name: 'web', image: 'shop/web:1.0.0', ports: [{ name: 'HTTP', containerPort: 81 }] }],
    },
  };
  expect(verify([service, pod]).findings).toContainEqual(
    expect.objectContaining({
      rule: 'service-target-port',
      fix: "write targetPort: 81, or declare port 'http' in a container",
    }),
  );
});

test('a port for monitoring alone is not what users want instead', () => {
  expect(saidOn('service-target-port', 'fail-monitoring.yaml').map(({ fix }) => fix)).toEqual([
    'declare port 8080 in a container',
    'write targetPort: metrics, or declare port 9091 in a container',
  ]);
});

test('an autoscaler without metrics is told what the server takes for it', () => {
  const said = saidOn('autoscaler-request', 'fail.yaml').map(({ message }) => message);
  expect(said).toContain(
    "is left out, which means 80% of the requested cpu, and container 'bare' of Deployment 'bare' requests none",
  );
  expect(said).toContain(
    "is a share of the cpu that is requested, and container 'old' of Deployment 'old' requests none",
  );
});

test('pods behind a Service that is not headless get no names', () => {
  const said = saidOn('governing-service', 'fail.yaml').map(({ message }) => message);
  expect(said[0]).toMatch(/the pods get no DNS names of their own$/);
});

test('a budget over one pod speaks of one pod', () => {
  expect(saidOn('undrainable-budget', 'fail-one.yaml').map(({ message }) => message)).toEqual([
    'allows no disruption: there is 1 pod at most, and it must be available',
  ]);
});

test('replicas beside a ScaledObject are those that it sets', () => {
  expect(saidOn('replicas-beside-autoscaler', 'fail-keda.yaml').map(({ message }) => message)).toEqual([
    "must be left out: ScaledObject 'web' sets it",
  ]);
});
