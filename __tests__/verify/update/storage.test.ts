import { specUpdatesOf, updatesOf } from './updated';

describe('a PersistentVolumeClaim', () => {
  const change = updatesOf('v1', 'PersistentVolumeClaim');
  const size = (storage: string) => ({ resources: { requests: { storage } } });
  const claim = (fields: object, phase?: string, status: object = {}) => ({
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'ssd', ...size('10Gi'), ...fields },
    ...(phase && { status: { phase, ...status } }),
  });
  const SIZE = 'Forbidden spec.resources.requests.storage';

  test('may grow where it is bound, or where nobody knows', () => {
    expect(change(claim({}, 'Bound'), claim(size('20Gi')))).toEqual([]);
    expect(change(claim({}), claim(size('20Gi')))).toEqual([]);
    expect(change(claim({}, 'Pending'), claim(size('20Gi')))).toEqual(['Forbidden spec']);
    const metadata = { name: 'web', finalizers: ['kubernetes.io/pvc-protection'] };
    expect(change({ ...claim({}), metadata }, { ...claim(size('20Gi')), metadata })).toEqual([
      'Forbidden spec',
    ]);
  });

  test('the same size may be written otherwise', () => {
    expect(change(claim({}, 'Pending'), claim(size('10240Mi')))).toEqual([]);
  });

  test('does not shrink', () => {
    expect(change(claim({}), claim(size('5Gi')), '1.28')).toEqual([SIZE]);
    expect(change(claim({}), claim(size('5Gi')), '1.36')).toEqual([SIZE]);
  });

  test('takes back a growth that failed since 1.32', () => {
    const growing = claim(size('20Gi'), 'Bound', { capacity: { storage: '10Gi' } });
    expect(change(growing, claim(size('15Gi')), '1.31')).toEqual([SIZE]);
    expect(change(growing, claim(size('15Gi')), '1.32')).toEqual([]);
    expect(change(growing, claim(size('10Gi')), '1.32')).toEqual([SIZE]);
  });

  test.each([
    ['access modes', { accessModes: ['ReadWriteMany'] }],
    ['class', { storageClassName: 'hdd' }],
    ['selector', { selector: { matchLabels: { a: 'b' } } }],
    ['source', { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }],
  ])('keeps its %s', (_, fields) => {
    expect(change(claim({}, 'Bound'), claim(fields))).toEqual(['Forbidden spec']);
  });

  test('keeps its mode, which the server says twice', () => {
    expect(change(claim({}), claim({ volumeMode: 'Filesystem' }))).toEqual([]);
    expect(change(claim({}), claim({ volumeMode: 'Block' }))).toEqual([
      'Forbidden spec',
      'Invalid volumeMode',
    ]);
  });

  test('a volume and a class may be named where there was none', () => {
    expect(change(claim({}), claim({ volumeName: 'pv-1' }))).toEqual([]);
    expect(change(claim({ volumeName: 'pv-1' }), claim({}))).toEqual(['Forbidden spec']);
    const { storageClassName: _, ...spec } = claim({}).spec;
    expect(change({ spec }, claim({}))).toEqual([]);
    expect(change(claim({ storageClassName: '' }), claim({}))).toEqual(['Forbidden spec']);
  });

  test('both fields of the source are the same', () => {
    const source = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' };
    expect(
      change(claim({ dataSource: source }), claim({ dataSource: source, dataSourceRef: source })),
    ).toEqual([]);
    expect(change(claim({ dataSourceRef: source }), claim({ dataSource: source }))).toEqual([]);
  });

  test('the class may move from the annotation to the field', () => {
    const key = 'volume.beta.kubernetes.io/storage-class';
    const annotated = (value: string, storageClassName?: string) => ({
      metadata: { name: 'web', annotations: value ? { [key]: value } : {} },
      spec: { ...claim({}).spec, storageClassName },
    });
    expect(change(annotated('ssd'), annotated('', 'ssd'))).toEqual([]);
    expect(change(annotated('ssd'), annotated('hdd'))).toEqual([`Invalid metadata.annotations.${key}`]);
  });

  test('an applied attributes class may change, and not go', () => {
    const attributes = (volumeAttributesClassName?: string) => claim({ volumeAttributesClassName });
    const applied = claim({ volumeAttributesClassName: 'gold' }, 'Bound', {
      currentVolumeAttributesClassName: 'gold',
    });
    expect(change(applied, attributes('silver'))).toEqual([]);
    expect(change(applied, attributes())).toEqual(['Forbidden spec.volumeAttributesClassName']);
    expect(change(applied, attributes(''))).toEqual(['Forbidden spec.volumeAttributesClassName']);
    expect(change(claim({}, 'Pending'), attributes('gold'))).toEqual(['Forbidden spec']);
    expect(change(claim({}, 'Pending'), attributes('gold'), '1.33')).toEqual([]);
  });
});

describe('a PersistentVolume', () => {
  const change = specUpdatesOf('v1', 'PersistentVolume');
  const nodes = (key: string, value: string) => ({
    nodeAffinity: {
      required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] },
    },
  });
  const csi = { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' };

  test('may change size, modes, class, policy, options and claim', () => {
    const after = {
      capacity: { storage: '2Gi' },
      accessModes: ['ReadOnlyMany'],
      storageClassName: 'ssd',
      persistentVolumeReclaimPolicy: 'Delete',
      mountOptions: ['ro'],
      claimRef: { namespace: 'a', name: 'b' },
    };
    expect(change({ csi, capacity: { storage: '1Gi' } }, { csi, ...after })).toEqual([]);
  });

  test.each([
    [{ csi: { ...csi, volumeHandle: 'vol-2' } }],
    [{ csi: { ...csi, volumeAttributes: { a: 'b' } } }],
    [{ nfs: { server: 'a', path: '/' } }],
    [{}],
  ])('may not change to %j', after => {
    expect(change({ csi }, after)).toEqual(['Forbidden spec.persistentvolumesource']);
  });

  test('the defaults of a source are no change', () => {
    const rbd = { monitors: ['a'], image: 'b' };
    expect(
      change({ rbd }, { rbd: { ...rbd, pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } }),
    ).toEqual([]);
    expect(
      change({ csi }, { csi: { ...csi, readOnly: false, fsType: '' }, volumeMode: 'Filesystem' }),
    ).toEqual([]);
  });

  test('a secret for its growth may be added', () => {
    const secret = { controllerExpandSecretRef: { name: 'a', namespace: 'b' } };
    expect(change({ csi }, { csi: { ...csi, ...secret } })).toEqual([]);
    expect(change({ csi: { ...csi, ...secret } }, { csi })).toEqual([
      'Forbidden spec.persistentvolumesource',
    ]);
  });

  test('the mode stays, and so does the node, but for labels with new names', () => {
    expect(change({ csi }, { csi, volumeMode: 'Block' })).toEqual(['Invalid volumeMode']);
    expect(change({ csi }, { csi, ...nodes('zone', 'a') })).toEqual([]);
    expect(change({ csi, ...nodes('zone', 'a') }, { csi, ...nodes('zone', 'b') })).toEqual([
      'Invalid nodeAffinity',
    ]);
    expect(change({ csi, ...nodes('zone', 'a') }, { csi })).toEqual(['Invalid nodeAffinity']);
    const beta = nodes('failure-domain.beta.kubernetes.io/zone', 'a');
    expect(change({ csi, ...beta }, { csi, ...nodes('topology.kubernetes.io/zone', 'a') })).toEqual([]);
    expect(change({ csi, ...beta }, { csi, ...nodes('topology.kubernetes.io/zone', 'b') })).toEqual([
      'Invalid nodeAffinity',
    ]);
  });
});

describe('a StorageClass', () => {
  const change = updatesOf('storage.k8s.io/v1', 'StorageClass');
  const ssd = { provisioner: 'a.example', parameters: { type: 'gp3' } };

  test('may allow expansion, and change mount options and topologies', () => {
    expect(
      change(ssd, { ...ssd, allowVolumeExpansion: true, mountOptions: ['ro'], allowedTopologies: [] }),
    ).toEqual([]);
    expect(change(ssd, { ...ssd, reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' })).toEqual([]);
  });

  test.each([
    ['provisioner', { provisioner: 'b.example' }],
    ['parameters', { parameters: {} }],
    ['reclaimPolicy', { reclaimPolicy: 'Retain' }],
  ])('may not change %s; the error is another since 1.36', (path, fields) => {
    expect(change(ssd, { ...ssd, ...fields }, '1.35')).toEqual([`Forbidden ${path}`]);
    expect(change(ssd, { ...ssd, ...fields }, '1.36')).toEqual([`Invalid ${path}`]);
  });

  test('may not change its binding mode', () => {
    const later = { ...ssd, volumeBindingMode: 'WaitForFirstConsumer' };
    expect(change(ssd, later, '1.28')).toEqual(['Invalid volumeBindingMode']);
  });
});

test('a CSIDriver keeps how it attaches; policies of files and pods may change since 1.30', () => {
  const change = specUpdatesOf('storage.k8s.io/v1', 'CSIDriver');
  expect(
    change({}, { attachRequired: true, volumeLifecycleModes: ['Persistent'], storageCapacity: true }),
  ).toEqual([]);
  expect(change({}, { attachRequired: false })).toEqual(['Invalid spec.attachedRequired']);
  expect(change({}, { volumeLifecycleModes: ['Ephemeral'] })).toEqual(['Invalid spec.volumeLifecycleModes']);
  expect(change({}, { fsGroupPolicy: 'None', podInfoOnMount: true }, '1.30')).toEqual([]);
  expect(change({}, { fsGroupPolicy: 'None', podInfoOnMount: true }, '1.29')).toEqual([
    'Invalid spec.fsGroupPolicy',
    'Invalid spec.podInfoOnMount',
  ]);
});

test('a driver of a CSINode stays as it is, but for its limit since 1.35', () => {
  const change = specUpdatesOf('storage.k8s.io/v1', 'CSINode');
  const driver = (fields: object) => ({ drivers: [{ name: 'a', nodeID: '1', ...fields }] });
  expect(change(driver({}), { drivers: [] })).toEqual([]);
  expect(change(driver({}), driver({ nodeID: '2' }), '1.32')).toEqual(['Invalid CSINodeDriver']);
  expect(change(driver({}), driver({ nodeID: '2' }), '1.33')).toEqual(['Invalid spec.drivers']);
  expect(change(driver({}), driver({ allocatable: { count: 3 } }), '1.34')).toEqual(['Invalid spec.drivers']);
  expect(change(driver({}), driver({ allocatable: { count: 3 } }), '1.35')).toEqual([]);
});

test('a VolumeAttachment keeps its spec, and an attributes class its parameters', () => {
  const attached = specUpdatesOf('storage.k8s.io/v1', 'VolumeAttachment');
  expect(attached({ nodeName: 'a' }, { nodeName: 'b' })).toEqual(['Invalid spec']);
  const classes = updatesOf('storage.k8s.io/v1', 'VolumeAttributesClass');
  expect(classes({ driverName: 'a', parameters: { b: 'c' } }, { driverName: 'b' })).toEqual([
    'Forbidden driverName',
    'Forbidden parameters',
  ]);
});
