import { Duration, Size } from 'cdk8s';
import {
  ConfigMap,
  ContainerRestartPolicy,
  Cpu,
  EnvValue,
  Volume as PlusVolume,
  Secret,
} from 'cdk8s-plus-28';
import { DownwardField } from '../../lib/storage/downward-field';
import { ProjectedSource } from '../../lib/storage/projected-source';
import { StorageSize } from '../../lib/storage/storage-size';
import { Volume } from '../../lib/storage/volume';
import type { ContainerProps } from '../../lib/workloads/container-props';
import { Probe } from '../../lib/workloads/probe';
import { StatefulStack, type StatefulStackProps } from '../../lib/workloads/stateful-stack';
import { manifestOf, testChart } from '../render';

function setUp(
  container: Partial<ContainerProps> = {},
  props: Partial<StatefulStackProps> = {},
  context = {},
) {
  const chart = testChart({ context });
  const stack = new StatefulStack(chart, 'app', { ...props, container: { image: 'app:1', ...container } });
  const pod = () => manifestOf(chart, 'StatefulSet').spec.template.spec;
  return { chart, stack, pod };
}

test('resources come out as they went in', () => {
  const { pod } = setUp({
    resources: {
      cpu: { request: Cpu.millis(250), limit: Cpu.units(2) },
      memory: { request: Size.mebibytes(500), limit: StorageSize.of('1.5Gi') },
      extended: { 'nvidia.com/gpu': 1 },
    },
  });
  expect(pod().containers[0].resources).toEqual({
    requests: { cpu: '250m', memory: '500Mi', 'nvidia.com/gpu': '1' },
    limits: { cpu: '2', memory: '1.5Gi', 'nvidia.com/gpu': '1' },
  });
});

test('environment by value and by reference', () => {
  const chart = testChart();
  const secret = Secret.fromSecretName(chart, 'secret', 'credentials');
  const { pod } = setUp({
    env: { MODE: 'fast', PASSWORD: EnvValue.fromSecretValue({ secret, key: 'password' }) },
  });
  expect(pod().containers[0].env).toEqual([
    { name: 'MODE', value: 'fast' },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'credentials', key: 'password' } } },
  ]);
});

test('what only the stack knows is added later: environment and arguments', () => {
  const { stack, pod } = setUp(
    { args: ['--cluster'], env: { MODE: 'fast' }, ports: [{ number: 80 }] },
    { replicas: 2 },
  );
  stack.container.addEnv('SEEDS', stack.seedList());
  stack.container.addArgs('--seeds', stack.seedList());
  const seeds = 'app-0.app:80,app-1.app:80';
  expect(pod().containers[0]).toMatchObject({
    args: ['--cluster', '--seeds', seeds],
    env: [
      { name: 'MODE', value: 'fast' },
      { name: 'SEEDS', value: seeds },
    ],
  });
  expect(() => stack.container.addEnv('MODE', 'slow')).toThrow(
    /env 'MODE' of container 'app' is set already/,
  );
});

test('times that are no whole seconds are refused, with the prop', () => {
  const half = Duration.millis(500);
  expect(() => Probe.tcp({ port: 80, period: half })).toThrow(
    /probe\.period must be a whole number of seconds/,
  );
  expect(() => setUp({}, { minReady: half })).toThrow(
    /test\/app.*: minReady must be a whole number of seconds/,
  );
  expect(() => setUp({}, { terminationGracePeriod: half })).toThrow(
    /terminationGracePeriod .*Duration\.seconds\(1\)/,
  );
});

test('ports of a stack need names where there are several', () => {
  expect(() => setUp({ ports: [{ number: 80 }, { name: 'admin', number: 81 }] })).toThrow(
    /ports of container 'app' need a name each.*\["no name","admin"\]/,
  );
});

describe('probes', () => {
  test('carry what was given and no default', () => {
    const { pod } = setUp({
      ports: [{ name: 'http', number: 8080 }],
      readiness: Probe.http({ path: '/ready', port: 'http', period: Duration.seconds(3) }),
      liveness: Probe.tcp({ port: 8080 }),
      startup: Probe.exec(['true'], { failureThreshold: 30 }),
    });
    expect(pod().containers[0]).toMatchObject({
      readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 3 },
      livenessProbe: { tcpSocket: { port: 8080 } },
      startupProbe: { exec: { command: ['true'] }, failureThreshold: 30 },
    });
    expect(pod().containers[0].readinessProbe).not.toHaveProperty('failureThreshold');
  });

  test('of a port name that the container does not have are refused', () => {
    expect(() =>
      setUp({ ports: [{ name: 'http', number: 80 }], liveness: Probe.tcp({ port: 'web' }) }),
    ).toThrow(
      /probe of container 'app' asks a port that the container does not have; received "web"; allowed: http/,
    );
  });
});

describe('several containers', () => {
  test('ordinary, init and sidecar containers each get their list', () => {
    const { stack, pod } = setUp({}, {}, { kubernetesVersion: '1.29' });
    stack.addContainer('metrics', { image: 'metrics:1' });
    stack.addInitContainer('migrate', { image: 'migrate:1' });
    stack.addSidecar('proxy', { image: 'proxy:1' });
    expect(pod().containers.map((c: { name: string }) => c.name)).toEqual(['app', 'metrics']);
    expect(pod().initContainers).toEqual([
      { name: 'migrate', image: 'migrate:1' },
      { name: 'proxy', image: 'proxy:1', restartPolicy: ContainerRestartPolicy.ALWAYS },
    ]);
  });

  test('a sidecar is refused for 1.28, where the pod would wait for it for ever', () => {
    const { stack } = setUp();
    expect(() => stack.addSidecar('proxy', { image: 'proxy:1' })).toThrow(
      /sidecar 'proxy' does not work on Kubernetes 1.28/,
    );
  });

  test('two containers of one name are refused', () => {
    const { stack } = setUp();
    expect(() => stack.addContainer('app', { image: 'x:1' })).toThrow(
      /container name is the name of another container/,
    );
    expect(() => stack.addInitContainer('app', { image: 'x:1' })).toThrow(
      /container name is the name of another/,
    );
  });

  test('upper-case names are refused', () => {
    expect(() => setUp().stack.addContainer('Proxy', { image: 'x:1' })).toThrow(
      /container 'Proxy' must be lower-case/,
    );
  });
});

describe('mounts', () => {
  test('ConfigMap, Secret, emptyDir, projected and downward-API volumes stand beside claims', () => {
    const { chart, stack, pod } = setUp();
    const config = new ConfigMap(chart, 'config', { metadata: { name: 'settings' } });
    const secret = Secret.fromSecretName(chart, 'secret', 'keys');
    stack.container.mount('/config', Volume.configMap(config));
    stack.container.mount('/keys', Volume.secret(secret));
    stack.container.mount('/tmp', Volume.emptyDir({ name: 'tmp' }));
    const token = ProjectedSource.serviceAccountToken({ path: 'token', audience: 'vault' });
    stack.container.mount(
      '/all',
      Volume.projected([ProjectedSource.configMap(config), token], { name: 'all' }),
    );
    const files = { labels: DownwardField.pod('metadata.labels') };
    stack.container.mount('/pod', Volume.downwardApi({ name: 'pod', files }));
    stack.container.mount('/data', stack.addClaim('data', { size: StorageSize.gibibytes(1) }));
    const kindOf = ({ name, ...source }: { name: string }) => `${name}: ${Object.keys(source)}`;
    expect(pod().volumes.map(kindOf)).toEqual([
      'configmap-settings: configMap',
      'secret-keys: secret',
      'tmp: emptyDir',
      'all: projected',
      'pod: downwardAPI',
    ]);
    const { volumeMounts } = pod().containers[0];
    expect(volumeMounts.at(-1)).toEqual({ name: 'data', mountPath: '/data' });
    expect(volumeMounts).toHaveLength(6);
  });

  test('every mount has exactly one volume (cdk8s#2760): one handle in two containers is one volume', () => {
    const { stack, pod } = setUp();
    const scratch = Volume.emptyDir({ name: 'scratch' });
    stack.container.mount('/scratch', scratch);
    stack.addContainer('other', { image: 'other:1' }).mount('/scratch', scratch);
    expect(pod().volumes).toEqual([{ name: 'scratch', emptyDir: {} }]);
  });

  test('two volumes of one name are refused', () => {
    const { stack } = setUp();
    stack.container.mount('/a', Volume.emptyDir({ name: 'scratch' }));
    expect(() => stack.container.mount('/b', Volume.emptyDir({ name: 'scratch' }))).toThrow(
      /volume 'scratch' has the name of another volume/,
    );
  });

  test('the claim template of another stack is refused', () => {
    const { chart, stack } = setUp();
    const other = new StatefulStack(chart, 'other', { container: { image: 'other:1' } });
    const data = other.addClaim('data', { size: StorageSize.gibibytes(1) });
    expect(() => stack.container.mount('/data', data)).toThrow(
      /claim template 'data' is not one of this workload/,
    );
  });

  test('a path that is taken or relative is refused', () => {
    const { stack } = setUp();
    stack.container.mount('/a', Volume.emptyDir({ name: 'one' }));
    expect(() => stack.container.mount('/a', Volume.emptyDir({ name: 'two' }))).toThrow(/mounted already/);
    expect(() => stack.container.mount('b', Volume.emptyDir({ name: 'two' }))).toThrow(
      /must be an absolute path/,
    );
  });

  test('a block device is attached, not mounted', () => {
    const { stack, pod } = setUp();
    const raw = stack.addClaim('raw', { size: StorageSize.gibibytes(1), volumeMode: 'Block' });
    expect(() => stack.container.mount('/dev/xvda', raw)).toThrow(/other volume mode.*use mountDevice/);
    stack.container.mountDevice('/dev/xvda', raw);
    expect(pod().containers[0].volumeDevices).toEqual([{ name: 'raw', devicePath: '/dev/xvda' }]);
  });

  test('a cdk8s-plus volume mounts as well', () => {
    const { chart, stack, pod } = setUp();
    stack.container.mount('/cache', PlusVolume.fromEmptyDir(chart, 'cache', 'cache'), { readOnly: true });
    expect(pod().volumes).toEqual([{ name: 'cache', emptyDir: {} }]);
    expect(pod().containers[0].volumeMounts).toEqual([
      { name: 'cache', mountPath: '/cache', readOnly: true },
    ]);
  });
});

test('pod labels that would change the selector are refused', () => {
  expect(() => setUp({}, { podLabels: { 'app.kubernetes.io/name': 'x' } })).toThrow(
    /is set from the stack's name/,
  );
  expect(() => setUp({}, { podLabels: { team: 'not a label' } })).toThrow(/podLabels 'team' must be letters/);
});

test('affinity given twice is refused', () => {
  const { stack, pod } = setUp({}, { affinity: { nodeAffinity: {} } });
  stack.scheduling.spread();
  expect(pod).toThrow(/affinity is given twice/);
});
