import { specUpdatesOf, updatesOf } from './updated';

describe('a ConfigMap', () => {
  const change = updatesOf('v1', 'ConfigMap');
  const frozen = { immutable: true, data: { a: '1' }, binaryData: { b: 'AA==' } };

  test('may change until it is immutable', () => {
    expect(change({ data: { a: '1' } }, { data: { a: '2' }, immutable: true })).toEqual([]);
    expect(change(frozen, { ...frozen, metadata: { name: 'web', labels: { c: 'd' } } })).toEqual([]);
  });

  test('may change nothing then', () => {
    expect(change(frozen, {})).toEqual(['Forbidden binaryData', 'Forbidden data', 'Forbidden immutable']);
    expect(change(frozen, { ...frozen, data: { a: '' } })).toEqual(['Forbidden data']);
  });
});

describe('a Secret', () => {
  const change = updatesOf('v1', 'Secret');
  const frozen = { immutable: true, data: { a: 'MQ==' } };

  test('keeps its type', () => {
    expect(change({}, { type: 'Opaque' })).toEqual([]);
    expect(change({ type: 'kubernetes.io/tls' }, {})).toEqual(['Invalid type']);
  });

  test('may change nothing once it is immutable', () => {
    expect(change(frozen, { ...frozen, immutable: false })).toEqual(['Forbidden immutable']);
    expect(change(frozen, { ...frozen, stringData: { b: '2' } })).toEqual(['Forbidden data']);
    expect(change(frozen, { ...frozen, stringData: { a: '1' } })).toEqual([]);
    expect(change({ ...frozen, immutable: false }, {})).toEqual([]);
  });
});

test('a binding keeps its role, and may change its subjects', () => {
  for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
    const change = updatesOf('rbac.authorization.k8s.io/v1', kind);
    const roleRef = { kind: 'ClusterRole', name: 'view' };
    const full = { ...roleRef, apiGroup: 'rbac.authorization.k8s.io' };
    expect(change({ roleRef }, { roleRef: full, subjects: [{ kind: 'User', name: 'jane' }] })).toEqual([]);
    expect(change({ roleRef }, { roleRef: { ...roleRef, name: 'edit' } })).toEqual(['Invalid roleRef']);
  }
});

test('a PriorityClass keeps its value and its policy', () => {
  const change = updatesOf('scheduling.k8s.io/v1', 'PriorityClass');
  expect(
    change({ value: 1 }, { value: 1, preemptionPolicy: 'PreemptLowerPriority', globalDefault: true }),
  ).toEqual([]);
  expect(change({ value: 1 }, { value: 2 })).toEqual(['Forbidden value']);
  expect(change({ value: 1 }, { value: 1, preemptionPolicy: 'Never' })).toEqual(['Invalid preemptionPolicy']);
});

test('classes keep what runs them', () => {
  const runtime = updatesOf('node.k8s.io/v1', 'RuntimeClass');
  expect(runtime({ handler: 'a' }, { handler: 'a', overhead: { podFixed: { cpu: '1' } } })).toEqual([]);
  expect(runtime({ handler: 'a' }, { handler: 'b' })).toEqual(['Invalid handler']);
  const ingress = specUpdatesOf('networking.k8s.io/v1', 'IngressClass');
  expect(ingress({ controller: 'a.example/b' }, { controller: 'a.example/c' })).toEqual([
    'Invalid spec.controller',
  ]);
});

test('an EndpointSlice keeps the type of its addresses', () => {
  const change = updatesOf('discovery.k8s.io/v1', 'EndpointSlice');
  expect(
    change({ addressType: 'IPv4' }, { addressType: 'IPv4', endpoints: [{ addresses: ['10.0.0.1'] }] }),
  ).toEqual([]);
  expect(change({ addressType: 'IPv4' }, { addressType: 'IPv6' })).toEqual(['Invalid addressType']);
});

test('a ResourceQuota keeps its scopes, in any order', () => {
  const change = specUpdatesOf('v1', 'ResourceQuota');
  expect(
    change({ scopes: ['A', 'B'], hard: { pods: '1' } }, { scopes: ['B', 'A'], hard: { pods: '2' } }),
  ).toEqual([]);
  expect(change({ scopes: ['A'] }, {})).toEqual(['Invalid spec.scopes']);
});

test('a Node keeps what cloud and network gave it', () => {
  const change = specUpdatesOf('v1', 'Node');
  const node = { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'], providerID: 'aws:///1' };
  expect(change({}, node)).toEqual([]);
  expect(
    change({ podCIDR: '10.0.0.0/24' }, { ...node, unschedulable: true, taints: [{ key: 'a' }] }),
  ).toEqual([]);
  expect(change(node, { externalID: 'x' })).toEqual([
    'Forbidden spec.externalID',
    'Forbidden spec.podCIDRs',
    'Forbidden spec.providerID',
  ]);
});

test('a ServiceCIDR keeps its ranges, and gets the other family since 1.33', () => {
  const v1 = specUpdatesOf('networking.k8s.io/v1', 'ServiceCIDR');
  const beta = specUpdatesOf('networking.k8s.io/v1beta1', 'ServiceCIDR');
  const one = { cidrs: ['10.0.0.0/24'] };
  const two = { cidrs: ['10.0.0.0/24', 'fd00::/64'] };
  expect(v1(one, two, '1.33')).toEqual([]);
  expect(beta(one, two, '1.32')).toEqual(['Invalid spec.cidrs']);
  expect(v1(two, one)).toEqual(['Invalid spec.cidrs']);
  expect(v1(one, { cidrs: ['10.1.0.0/24'] })).toEqual(['Invalid spec.cidrs[0]']);
});

test('an IPAddress keeps its parent, a candidate its lease, a bundle its signer', () => {
  const address = specUpdatesOf('networking.k8s.io/v1', 'IPAddress');
  expect(address({ parentRef: { name: 'a' } }, { parentRef: { name: 'b' } })).toEqual([
    'Invalid spec.parentRef',
  ]);
  const candidate = specUpdatesOf('coordination.k8s.io/v1beta1', 'LeaseCandidate');
  expect(candidate({ leaseName: 'a' }, { leaseName: 'b' })).toEqual(['Invalid spec.leaseName']);
  const bundle = specUpdatesOf('certificates.k8s.io/v1beta1', 'ClusterTrustBundle');
  expect(bundle({ signerName: 'a/b' }, { signerName: 'a/c' })).toEqual(['Invalid spec.signerName']);
});

test('claims for devices keep their spec, and slices what they are of', () => {
  for (const kind of ['ResourceClaim', 'ResourceClaimTemplate']) {
    const change = specUpdatesOf('resource.k8s.io/v1', kind);
    const devices = (count?: number) => {
      const requests = [{ name: 'a', exactly: { deviceClassName: 'gpu', count } }];
      return kind === 'ResourceClaim' ? { devices: { requests } } : { spec: { devices: { requests } } };
    };
    expect(change(devices(), devices(1))).toEqual([]);
    expect(change(devices(), devices(2))).toEqual(['Invalid spec']);
  }
  const slice = specUpdatesOf('resource.k8s.io/v1', 'ResourceSlice');
  const pool = { name: 'a', generation: 1 };
  expect(slice({ driver: 'a', pool }, { driver: 'b', pool: { ...pool, name: 'b' }, nodeName: 'c' })).toEqual([
    'Invalid spec.driver',
    'Invalid spec.nodeName',
    'Invalid spec.pool.name',
  ]);
  expect(slice({ driver: 'a', pool }, { driver: 'a', pool: { ...pool, generation: 2 } })).toEqual([]);
});

test('an Event of its own group says the same for ever; one of the core group may change', () => {
  const own = updatesOf('events.k8s.io/v1', 'Event');
  const core = updatesOf('v1', 'Event');
  expect(own({ note: 'a', regarding: { name: 'b' } }, { note: 'b', regarding: { name: 'c' } })).toEqual([
    'Invalid involvedObject',
    'Invalid message',
  ]);
  expect(
    own({ eventTime: '2024-01-31T08:00:00.000000Z' }, { eventTime: '2024-01-31T09:00:00.000000+01:00' }),
  ).toEqual([]);
  expect(core({ message: 'a' }, { message: 'b' })).toEqual([]);
});

test('kinds without rules of their own may change all of their spec', () => {
  for (const [apiVersion, kind] of [
    ['autoscaling/v2', 'HorizontalPodAutoscaler'],
    ['policy/v1', 'PodDisruptionBudget'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['v1', 'Namespace'],
    ['v1', 'LimitRange'],
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'],
  ] as const) {
    const change = updatesOf(apiVersion, kind);
    expect(change({ spec: { maxReplicas: 1, maxUnavailable: 1, limits: [{ type: 'Pod' }] } }, {})).toEqual(
      [],
    );
  }
});

test('what drivers and schedulers keep for themselves', () => {
  const capacity = updatesOf('storage.k8s.io/v1', 'CSIStorageCapacity');
  expect(
    capacity({ storageClassName: 'a', capacity: '1Gi' }, { storageClassName: 'a', capacity: '2Gi' }),
  ).toEqual([]);
  expect(capacity({ storageClassName: 'a' }, { storageClassName: 'b', nodeTopology: {} })).toEqual([
    'Invalid nodeTopology',
    'Invalid storageClassName',
  ]);
  const request = specUpdatesOf('certificates.k8s.io/v1beta1', 'PodCertificateRequest');
  expect(request({ signerName: 'a' }, { signerName: 'b' })).toEqual(['Invalid spec']);
  const group = specUpdatesOf('scheduling.k8s.io/v1alpha2', 'PodGroup');
  expect(group({ resourceClaims: [{ name: 'a' }] }, {})).toEqual(['Invalid spec.resourceClaims']);
});

test('a migration keeps what it migrates, and a Workload its groups, under other paths in former versions', () => {
  const resource = (name: string) => ({ resource: { group: 'a', version: 'v1', resource: name } });
  const former = specUpdatesOf('storagemigration.k8s.io/v1alpha1', 'StorageVersionMigration');
  const migration = specUpdatesOf('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration');
  expect(former(resource('a'), resource('b'), '1.34')).toEqual(['Invalid resource']);
  expect(migration(resource('a'), resource('b'), '1.36')).toEqual(['Invalid spec']);
  const ref = { controllerRef: { kind: 'Job', name: 'a' } };
  const workload = specUpdatesOf('scheduling.k8s.io/v1alpha1', 'Workload');
  expect(workload({}, ref, '1.35')).toEqual([]);
  expect(workload(ref, { podGroups: [{ name: 'a' }] }, '1.35')).toEqual([
    'Invalid controllerRef',
    'Invalid podGroups',
  ]);
  expect(specUpdatesOf('scheduling.k8s.io/v1alpha2', 'Workload')({}, ref)).toEqual([
    'Invalid spec.controllerRef',
  ]);
});
