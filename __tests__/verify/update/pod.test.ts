import { podSpec, specUpdatesOf, updatesOf } from './updated';

const change = specUpdatesOf('v1', 'Pod');
const pod = podSpec();
const tolerations = (...keys: string[]) => ({
  tolerations: keys.map(key => ({ key, operator: 'Exists', effect: 'NoSchedule' })),
});

test('images may change, of init containers too', () => {
  const init = (image: string) => ({ initContainers: [{ name: 'init', image, imagePullPolicy: 'Always' }] });
  expect(change(podSpec(init('a:1')), podSpec(init('a:2'), { image: 'shop/web:2' }))).toEqual([]);
});

test('an image that changes how it is pulled is a change of the container', () => {
  expect(change(pod, podSpec({}, { image: 'shop/web:latest' }))).toEqual(['Forbidden spec']);
  expect(change(pod, podSpec({}, { image: 'shop/web:latest', imagePullPolicy: 'IfNotPresent' }))).toEqual([]);
  expect(change(pod, podSpec({}, { image: 'registry:5000/web@sha256:abc' }))).toEqual([]);
  expect(change(podSpec({}, { image: 'registry:5000/web' }), pod)).toEqual(['Forbidden spec']);
});

test.each([
  ['a command', podSpec({}, { command: ['sh'] })],
  ['a variable', podSpec({}, { env: [{ name: 'A', value: 'b' }] })],
  ['resources', podSpec({}, { resources: { limits: { cpu: '1' } } })],
  ['a volume', podSpec({ volumes: [{ name: 'tmp' }] })],
  ['the restart policy', podSpec({ restartPolicy: 'Never' })],
  ['the account', podSpec({ serviceAccountName: 'robot' })],
  ['the node selector', podSpec({ nodeSelector: { a: 'b' } })],
  ['the grace period', podSpec({ terminationGracePeriodSeconds: 0 })],
  ['an explicit zero of a pointer', podSpec({ securityContext: { runAsUser: 0 } })],
  ['an empty security context of a container', podSpec({}, { securityContext: {} })],
  ['an ephemeral container', podSpec({ ephemeralContainers: [{ name: 'debug', image: 'a' }] })],
])('%s may not change', (_, after) => {
  expect(change(pod, after)).toEqual(['Forbidden spec']);
  expect(change(after, pod)).toEqual(['Forbidden spec']);
});

test('containers may not become more or fewer, and nothing else is said then', () => {
  const two = { containers: [{ name: 'app' }, { name: 'log' }], ...tolerations('a') };
  expect(change(pod, two)).toEqual(['Forbidden spec.containers']);
  expect(change(two, podSpec({ initContainers: [{ name: 'init' }] }))).toEqual(['Forbidden spec.containers']);
  expect(change(pod, podSpec({ initContainers: [{ name: 'init' }] }))).toEqual([
    'Forbidden spec.initContainers',
  ]);
});

test('what the server sets is no change', () => {
  const container = (fields: object) =>
    podSpec({}, { ports: [{ containerPort: 80 }], livenessProbe: { httpGet: { port: 80 } }, ...fields });
  const stored = {
    ...podSpec(
      {
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        enableServiceLinks: true,
        priority: 0,
        preemptionPolicy: 'PreemptLowerPriority',
        schedulerName: 'default-scheduler',
        securityContext: {},
        serviceAccount: 'default',
        serviceAccountName: 'default',
        terminationGracePeriodSeconds: 30,
        hostNetwork: false,
        tolerations: [
          {
            key: 'node.kubernetes.io/not-ready',
            operator: 'Exists',
            effect: 'NoExecute',
            tolerationSeconds: 300,
          },
        ],
      },
      {
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        ports: [{ containerPort: 80, protocol: 'TCP' }],
        resources: { limits: { cpu: '1' }, requests: { cpu: '1000m' } },
        livenessProbe: {
          httpGet: { port: 80, path: '/', scheme: 'HTTP' },
          timeoutSeconds: 1,
          periodSeconds: 10,
          successThreshold: 1,
          failureThreshold: 3,
        },
      },
    ),
  };
  expect(change(container({ resources: { limits: { cpu: '1' } } }), stored)).toEqual([]);
});

test('a port of a pod in the network of the host is that of the host', () => {
  const port = (hostPort?: number) =>
    podSpec({ hostNetwork: true }, { ports: [{ containerPort: 80, hostPort }] });
  expect(change(port(), port(80))).toEqual([]);
  expect(change(port(), port(81))).toEqual(['Forbidden spec']);
});

test('a deadline may be set and lowered', () => {
  const deadline = (activeDeadlineSeconds?: number) => podSpec({ activeDeadlineSeconds });
  expect(change(deadline(), deadline(60))).toEqual([]);
  expect(change(deadline(60), deadline(30))).toEqual([]);
  expect(change(deadline(60), deadline(90))).toEqual(['Invalid spec.activeDeadlineSeconds']);
  expect(change(deadline(60), deadline())).toEqual(['Invalid spec.activeDeadlineSeconds']);
});

test('tolerations may be added, and change for how long', () => {
  const long = (tolerationSeconds: number) =>
    podSpec({ tolerations: [{ key: 'a', effect: 'NoExecute', operator: 'Exists', tolerationSeconds }] });
  expect(change(pod, podSpec(tolerations('a', 'b')))).toEqual([]);
  expect(change(long(10), long(20))).toEqual([]);
  expect(change(podSpec(tolerations('a')), pod)).toEqual(['Forbidden spec.tolerations']);
  expect(change(podSpec(tolerations('a')), podSpec(tolerations('b')))).toEqual([
    'Forbidden spec.tolerations',
  ]);
});

test('the tolerations that the server adds may be left out, unless another takes their place', () => {
  const added = ['not-ready', 'unreachable'].map(taint => ({
    key: `node.kubernetes.io/${taint}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  }));
  expect(change(podSpec({ tolerations: added }), pod)).toEqual([]);
  expect(change(podSpec({ tolerations: added }), podSpec({ tolerations: [{ operator: 'Exists' }] }))).toEqual(
    ['Forbidden spec.tolerations'],
  );
});

test('annotations of AppArmor and of static pods stay', () => {
  const annotated = updatesOf('v1', 'Pod');
  const bearing = (annotations: object) => ({ metadata: { name: 'web', annotations }, spec: pod });
  const profile = 'container.apparmor.security.beta.kubernetes.io/app';
  expect(annotated(bearing({ a: 'b' }), bearing({}))).toEqual([]);
  expect(annotated(bearing({}), bearing({ [profile]: 'unconfined' }))).toEqual([
    `Forbidden metadata.annotations[${profile}]`,
  ]);
  expect(annotated(bearing({ 'kubernetes.io/config.mirror': 'a' }), bearing({}))).toEqual([
    'Forbidden metadata.annotations[kubernetes.io/config.mirror]',
  ]);
});

describe('while it waits for its gates', () => {
  const gates = (...names: string[]) => ({ schedulingGates: names.map(name => ({ name })) });
  const gated = (fields: object) => podSpec({ ...gates('a/b'), ...fields });
  const term = (...values: string[]) => ({
    matchExpressions: values.map(value => ({ key: 'zone', operator: 'In', values: [value] })),
  });
  const affinity = (...nodeSelectorTerms: object[]) => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });
  const TERMS = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

  test('gates may go, and none may come', () => {
    expect(change(gated({}), pod)).toEqual([]);
    expect(change(podSpec(gates('a/b', 'c/d')), podSpec(gates('c/d')))).toEqual([]);
    expect(change(gated({}), podSpec(gates('a/b', 'c/d')))).toEqual([
      'Forbidden spec.schedulingGates[1].name',
    ]);
  });

  test('the node selector may get more', () => {
    const one = gated({ nodeSelector: { a: '1' } });
    expect(change(one, gated({ nodeSelector: { a: '1', b: '2' } }))).toEqual([]);
    expect(change(one, gated({ nodeSelector: { a: '2' } }))).toEqual(['Invalid spec.nodeSelector']);
    expect(change(one, gated({}))).toEqual(['Invalid spec.nodeSelector']);
  });

  test('the affinity to nodes may become stricter', () => {
    expect(change(gated({}), gated(affinity(term('x'))))).toEqual([]);
    expect(change(gated(affinity(term('x'))), gated(affinity(term('x', 'y'))))).toEqual([]);
    expect(change(gated(affinity(term('x'))), gated(affinity(term('y'))))).toEqual([`Invalid ${TERMS}[0]`]);
    expect(change(gated(affinity(term('x'))), gated(affinity(term('x'), term('y'))))).toEqual([
      `Invalid ${TERMS}`,
    ]);
    expect(change(gated(affinity(term('x'))), gated({}))).toEqual([`Invalid ${TERMS}`]);
    expect(change(gated(affinity({})), gated(affinity(term('x'))))).toEqual([`Invalid ${TERMS}[0]`]);
  });

  test('the affinity to pods stays', () => {
    const near = {
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] },
    };
    expect(change(gated({}), gated({ affinity: near }))).toEqual(['Forbidden spec']);
  });
});
