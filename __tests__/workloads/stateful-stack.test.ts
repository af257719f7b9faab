import { ApiObject, Chart, Duration, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { StorageSize } from '../../lib/storage/storage-size';
import { ClientPods } from '../../lib/workloads/client-pods';
import { STATEFUL_SET_FIELDS } from '../../lib/workloads/stateful-set';
import { StatefulStack, type StatefulStackProps } from '../../lib/workloads/stateful-stack';
import { StatefulUpdateStrategy } from '../../lib/workloads/update-strategy';
import { manifestOf, manifestsOf, testChart } from '../render';

const POSTGRES: StatefulStackProps = {
  replicas: 3,
  container: { image: 'postgres:16.4', ports: [{ name: 'pg', number: 5432 }] },
};
const GIB = { size: StorageSize.gibibytes(1) };

test('a minimal stack emits nothing that was not asked for', () => {
  const chart = testChart();
  new StatefulStack(chart, 'cache', { container: { image: 'redis:7.4' } });
  const labels = { 'app.kubernetes.io/name': 'cache', 'app.kubernetes.io/instance': 'cache' };
  const metadata = { name: 'cache', namespace: 'shop', labels };
  expect(manifestsOf(chart)).toEqual([
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { clusterIP: 'None', selector: labels } },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata,
      spec: {
        serviceName: 'cache',
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'cache', image: 'redis:7.4' }] } },
      },
    },
  ]);
});

test('every field of StatefulSetSpec is set by the prop that the table names', () => {
  const chart = testChart();
  const stack = new StatefulStack(chart, 'postgres', {
    ...POSTGRES,
    firstOrdinal: 1,
    minReady: Duration.seconds(5),
    podManagement: 'Parallel',
    revisionHistoryLimit: 3,
    updateStrategy: StatefulUpdateStrategy.rollingUpdate({ partition: 2 }),
    claimRetention: { whenDeleted: 'Delete', whenScaled: 'Retain' },
  });
  stack.addClaim('data', GIB);
  const { spec } = manifestOf(chart, 'StatefulSet');
  expect(Object.keys(spec).sort()).toEqual(Object.keys(STATEFUL_SET_FIELDS).sort());
  expect(spec).toMatchObject({
    replicas: 3,
    ordinals: { start: 1 },
    minReadySeconds: 5,
    podManagementPolicy: 'Parallel',
    revisionHistoryLimit: 3,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
  });
});

test('a rolling update without options emits no partition', () => {
  const chart = testChart();
  new StatefulStack(chart, 'postgres', {
    ...POSTGRES,
    updateStrategy: StatefulUpdateStrategy.rollingUpdate(),
  });
  expect(manifestOf(chart, 'StatefulSet').spec.updateStrategy).toEqual({ type: 'RollingUpdate' });
});

describe('identity', () => {
  const emitted = (wrap: (chart: Chart) => Construct) => {
    const chart = testChart();
    const stack = new StatefulStack(wrap(chart), 'postgres', POSTGRES);
    stack.addClaim('data', GIB);
    stack.addClientService('readers', { pods: ClientPods.all() });
    return manifestsOf(chart);
  };

  test('moving the stack in the tree changes no selector, name or label (cdk8s#232)', () => {
    expect(emitted(chart => new Construct(new Construct(chart, 'deep'), 'deeper'))).toEqual(
      emitted(chart => chart),
    );
  });

  test('no path-derived label reaches the output', () => {
    expect(JSON.stringify(emitted(chart => chart))).not.toContain('cdk8s.io/metadata.addr');
  });

  test('a second use of a name in one namespace is refused, and in another it is not', () => {
    const chart = testChart();
    new StatefulStack(chart, 'postgres', POSTGRES);
    const again = (namespace: string) =>
      new StatefulStack(chart, namespace, { ...POSTGRES, name: 'postgres', namespace });
    expect(() => again('shop')).toThrow(/name is already taken in namespace 'shop'/);
    expect(() => again('other')).not.toThrow();
  });

  test('labels of the chart stay out of the selector', () => {
    const chart = new Chart(Testing.app(), 'test', { labels: { team: 'orders' } });
    new StatefulStack(chart, 'postgres', POSTGRES);
    const { metadata, spec } = manifestOf(chart, 'StatefulSet');
    expect(metadata.labels.team).toBe('orders');
    expect(spec.selector.matchLabels).not.toHaveProperty('team');
  });
});

describe('names that break what Kubernetes derives from them', () => {
  test('a 58-character StatefulSet name is refused with the length left', () => {
    const build = (length: number) => new StatefulStack(testChart(), 'x'.repeat(length), POSTGRES);
    expect(() => build(58)).toThrow(
      /name has 58 characters, 6 too many: .*revision hash.*allowed: 52 characters/,
    );
    expect(() => build(52)).not.toThrow();
  });

  test('the ordinals count where they take more than the revision hash', () => {
    const build = (firstOrdinal: number) =>
      new StatefulStack(testChart(), 'x'.repeat(52), { ...POSTGRES, firstOrdinal, replicas: 1 });
    expect(() => build(10_000_000_000)).toThrow(/allowed: 51 characters/);
  });

  test('a claim name that is no DNS label, or taken, is refused', () => {
    const stack = new StatefulStack(testChart(), 'postgres', POSTGRES);
    stack.addClaim('data', GIB);
    expect(() => stack.addClaim('data', GIB)).toThrow(/claim name is the name of another claim template/);
    expect(() => stack.addClaim('Data', GIB)).toThrow(/claim name must be lower-case/);
  });
});

describe('pods', () => {
  const stack = (props: Partial<StatefulStackProps> = {}, context = {}) =>
    new StatefulStack(testChart({ context }), 'postgres', { ...POSTGRES, ...props });

  test('name, host name and FQDN of every replica', () => {
    const pods = stack({ replicas: 2 }).pods;
    expect(pods.map(pod => [pod.name, pod.hostname, pod.fqdn])).toEqual([
      ['postgres-0', 'postgres-0', 'postgres-0.postgres.shop.svc.cluster.local'],
      ['postgres-1', 'postgres-1', 'postgres-1.postgres.shop.svc.cluster.local'],
    ]);
  });

  test('the first ordinal, the namespace and the cluster domain are respected', () => {
    const { pods } = stack(
      { firstOrdinal: 5, replicas: 1, namespace: 'data' },
      { clusterDomain: 'k8s.example' },
    );
    expect(pods.map(pod => pod.fqdn)).toEqual(['postgres-5.postgres.data.svc.k8s.example']);
  });

  test('the name of the governing Service is part of the FQDN', () => {
    expect(stack({ governingService: { name: 'pg-pods' } }).pods[0]?.fqdn).toMatch(
      /^postgres-0\.pg-pods\.shop\./,
    );
  });

  test('without a namespace the FQDN throws and names the fix', () => {
    const chart = testChart({ namespace: undefined });
    const [pod] = new StatefulStack(chart, 'postgres', POSTGRES).pods;
    expect(() => pod?.fqdn).toThrow(/namespace is not known.*give the construct or its chart a 'namespace'/);
  });

  test('the seed list names every pod with its port', () => {
    expect(stack().seedList()).toBe(
      'postgres-0.postgres:5432,postgres-1.postgres:5432,postgres-2.postgres:5432',
    );
    expect(stack({ replicas: 1 }).seedList({ port: 'pg', qualified: true })).toBe(
      'postgres-0.postgres.shop.svc.cluster.local:5432',
    );
  });

  test('the SRV name of a named port', () => {
    expect(stack().endpoint('pg').srv).toBe('_pg._tcp.postgres.shop.svc.cluster.local');
  });

  test('the governing Service carries the ports of containers added later', () => {
    const chart = testChart();
    const set = new StatefulStack(chart, 'postgres', POSTGRES);
    set.addContainer('metrics', { image: 'exporter:1', ports: [{ name: 'metrics', number: 9187 }] });
    expect(manifestOf(chart, 'Service').spec.ports).toEqual([
      { name: 'pg', port: 5432 },
      { name: 'metrics', port: 9187 },
    ]);
  });
});

describe('client Services', () => {
  test('one replica is selected by the label that the controller sets', () => {
    const chart = testChart();
    new StatefulStack(chart, 'postgres', POSTGRES).addClientService('first', { pods: ClientPods.replica(0) });
    const { spec } = manifestOf(chart, 'Service', 'postgres-first');
    expect(spec.selector['statefulset.kubernetes.io/pod-name']).toBe('postgres-0');
    expect(spec).not.toHaveProperty('clusterIP');
  });

  test('an elected primary is selected by the label that its agent sets', () => {
    const chart = testChart();
    const stack = new StatefulStack(chart, 'postgres', POSTGRES);
    const agent = stack.addContainer('agent', { image: 'patroni:3' });
    stack.addClientService('rw', { pods: ClientPods.elected({ labels: { role: 'primary' }, setBy: agent }) });
    const { metadata, spec } = manifestOf(chart, 'Service', 'postgres-rw');
    expect(spec.selector).toMatchObject({ role: 'primary' });
    expect(metadata.annotations).toEqual({ 'cdk8s-drydock/agent-labels': 'role' });
  });

  test('an agent of another stack, or a replica that does not exist, is refused', () => {
    const chart = testChart();
    const stack = new StatefulStack(chart, 'postgres', POSTGRES);
    const { container } = new StatefulStack(chart, 'other', POSTGRES);
    const elected = ClientPods.elected({ labels: { role: 'primary' }, setBy: container });
    expect(() => stack.addClientService('rw', { pods: elected })).toThrow(
      /setBy is not a container that runs in this/,
    );
    expect(() => stack.addClientService('r', { pods: ClientPods.replica(3) })).toThrow(
      /names a replica .*0, 1, 2/,
    );
  });

  test('a target port that no container has is refused', () => {
    const chart = testChart();
    const ports = [{ name: 'http', number: 80, targetPort: 'web' }];
    new StatefulStack(chart, 'postgres', POSTGRES).addClientService('http', {
      pods: ClientPods.all(),
      ports,
    });
    expect(() => manifestsOf(chart)).toThrow(
      /targetPort must be a port of a container; received web\/TCP; allowed: pg = 5432/,
    );
  });
});

test('a disruption budget selects the pods of the stack', () => {
  const chart = testChart();
  new StatefulStack(chart, 'postgres', { ...POSTGRES, disruptionBudget: { maxUnavailable: 1 } });
  const { metadata, spec } = manifestOf(chart, 'PodDisruptionBudget');
  expect(metadata.name).toBe('postgres');
  expect(spec).toEqual({
    maxUnavailable: 1,
    selector: {
      matchLabels: { 'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'postgres' },
    },
  });
});

test('claim templates carry apiVersion and kind (argo-cd#11143)', () => {
  const chart = testChart();
  const stack = new StatefulStack(chart, 'postgres', POSTGRES);
  stack.container.mount('/var/lib/postgresql/data', stack.addClaim('data', GIB));
  const { spec } = manifestOf(chart, 'StatefulSet');
  expect(spec.volumeClaimTemplates).toEqual([
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ]);
  expect(spec.template.spec.containers[0].volumeMounts).toEqual([
    { name: 'data', mountPath: '/var/lib/postgresql/data' },
  ]);
  expect(spec.template.spec).not.toHaveProperty('volumes');
});

test('annotations are of the StatefulSet, pod annotations of its pods', () => {
  const chart = testChart();
  new StatefulStack(chart, 'db', { ...POSTGRES, annotations: { a: 'set' }, podAnnotations: { a: 'pod' } });
  const { metadata, spec } = manifestOf(chart, 'StatefulSet');
  expect([metadata.annotations, spec.template.metadata.annotations]).toEqual([{ a: 'set' }, { a: 'pod' }]);
});

test('the primary child is Resource, down to the StatefulSet', () => {
  expect(ApiObject.of(new StatefulStack(testChart(), 'postgres', POSTGRES)).kind).toBe('StatefulSet');
});

test.each([-1, 1.5, Number.NaN])('replicas %p are refused', replicas => {
  expect(() => new StatefulStack(testChart(), 'postgres', { ...POSTGRES, replicas })).toThrow(
    /replicas must be a whole/,
  );
});
