import { judgeSource, judgeVolumes } from './judged-pod';

describe('volumes of drivers', () => {
  it.each([
    [{ gcePersistentDisk: {} }, ['Required persistentDisk.pdName']],
    [{ gcePersistentDisk: { pdName: 'd', partition: 256 } }, ['Invalid persistentDisk.partition']],
    [
      { awsElasticBlockStore: { partition: -1 } },
      ['Required awsElasticBlockStore.volumeID', 'Invalid awsElasticBlockStore.partition'],
    ],
    [{ cinder: { secretRef: {} } }, ['Required cinder.volumeID', 'Required cinder.secretRef.name']],
    [{ vsphereVolume: {} }, ['Required vsphereVolume.volumePath']],
    [{ photonPersistentDisk: {} }, ['Required photonPersistentDisk.pdID']],
    [{ portworxVolume: {} }, ['Required portworxVolume.volumeID']],
    [{ azureFile: {} }, ['Required azureFile.secretName', 'Required azureFile.shareName']],
    [{ scaleIO: {} }, ['Required scaleIO.gateway', 'Required scaleIO.system', 'Required scaleIO.volumeName']],
    [
      { storageos: { volumeNamespace: 'A' } },
      ['Required storageos.volumeName', 'Invalid storageos.volumeNamespace'],
    ],
    [
      { storageos: { volumeName: 'A', secretRef: {} } },
      ['Invalid storageos.volumeName', 'Required storageos.secretRef.name'],
    ],
    [
      { azureDisk: {} },
      ['Required azureDisk.diskName', 'Required azureDisk.diskURI', 'NotSupported azureDisk.diskURI'],
    ],
    [{ iscsi: {} }, ['Required iscsi.targetPortal', 'Required iscsi.iqn']],
    [{ quobyte: {} }, ['Required quobyte.registry', 'Required quobyte.volume']],
    [{ nfs: { server: 's', path: 'a' } }, ['Invalid nfs.path']],
    [{ nfs: {} }, ['Required nfs.server', 'Required nfs.path', 'Invalid nfs.path']],
    [{ glusterfs: {} }, ['Required glusterfs.endpoints', 'Required glusterfs.path']],
    [{ flocker: {} }, ['Required flocker']],
    [
      { flocker: { datasetName: 'a/b', datasetUUID: 'u' } },
      ['Invalid flocker', 'Invalid flocker.datasetName'],
    ],
    [{ rbd: {} }, ['Required rbd.monitors', 'Required rbd.image']],
    [{ cephfs: {} }, ['Required cephfs.monitors']],
    [{ fc: {} }, ['Required fc.targetWWNs']],
    [{ fc: { targetWWNs: ['a'], wwids: ['b'] } }, ['Invalid fc.targetWWNs', 'Required fc.lun']],
    [{ fc: { targetWWNs: ['a'], lun: 256 } }, ['Invalid fc.lun']],
    [{ persistentVolumeClaim: {} }, ['Required persistentVolumeClaim.claimName']],
    [
      { flexVolume: { options: { 'a.k8s.io/b': '1' } } },
      ['Required flexVolume.driver', 'Invalid flexVolume.options[a.k8s.io/b]'],
    ],
  ])('are judged: %j', (source, expected) => {
    expect(judgeSource(source)).toEqual(expected);
  });
});

describe('a disk of Azure', () => {
  const disk = (fields: object) =>
    judgeSource({ azureDisk: { diskName: 'd', diskURI: 'https://a', ...fields } });

  it('is shared where nothing is said, and has a URI to match', () => {
    expect(disk({})).toEqual([]);
    expect(disk({ diskURI: '/subscriptions/a' })).toEqual(['NotSupported azureDisk.diskURI']);
    expect(disk({ diskURI: '/subscriptions/a', kind: 'Managed' })).toEqual([]);
  });

  it('has a kind and a caching mode that there are', () => {
    expect(disk({ kind: '', cachingMode: '' })).toEqual([
      'NotSupported azureDisk.cachingMode',
      'NotSupported azureDisk.kind',
    ]);
  });
});

describe('a disk of iSCSI', () => {
  const iscsi = (fields: object) => ({
    name: 'n'.repeat(63),
    iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:a', ...fields },
  });

  it.each(['iqn.2001-04.com.example:a', 'eui.0123456789abcdef', `naa.${'0'.repeat(32)}`])(
    'may be called %s',
    iqn => {
      expect(judgeVolumes([iscsi({ iqn })])).toEqual([]);
    },
  );

  it.each(['x', 'iqn.2001', 'iqn.2001-04.com:', 'eui.1', 'naa.1'])('may not be called %s', iqn => {
    expect(judgeVolumes([iscsi({ iqn })])).toEqual(['Invalid [0].iscsi.iqn']);
  });

  it('needs a Secret for CHAP', () => {
    expect(judgeVolumes([iscsi({ chapAuthSession: true })])).toEqual(['Required [0].iscsi.secretRef']);
  });

  it('leaves room for the name of the initiator', () => {
    const initiatorName = 'iqn.2001-04.com.example:b';
    expect(judgeVolumes([iscsi({ initiatorName })])).toEqual(['Invalid [0].name']);
    expect(judgeVolumes([{ ...iscsi({ initiatorName, lun: 256 }), name: 'n' }])).toEqual([
      'Invalid [0].iscsi.lun',
    ]);
    expect(judgeVolumes([{ ...iscsi({ initiatorName: 'b' }), emptyDir: {} }])).toEqual([
      'Forbidden [0].iscsi',
      'Invalid [0].name',
    ]);
  });
});

describe('a volume of Quobyte', () => {
  const quobyte = (registry: string, tenant = '') =>
    judgeSource({ quobyte: { registry, tenant, volume: 'v' } });

  it.each(['a:1', 'a:1,b:2', '[::1]:80', ':'])('may be registered at %s', registry => {
    expect(quobyte(registry)).toEqual([]);
  });

  it.each(['a', 'a:1:2', '[::1]', '[a:1', 'a]:1'])('may not be registered at %s', registry => {
    expect(quobyte(registry)).toEqual(['Invalid quobyte.registry']);
  });

  it('has a tenant of 64 characters', () => {
    expect(quobyte('a', 't'.repeat(65))).toEqual(['Required quobyte.tenant']);
  });
});

describe('a volume of a CSI driver', () => {
  it('may be in letters of any case', () => {
    expect(judgeSource({ csi: { driver: 'EBS.csi.aws.com' } })).toEqual([]);
  });

  it('is of a driver; before 1.35 the server says more of one without a name', () => {
    expect(judgeSource({ csi: {} })).toEqual(['Required csi.driver']);
    expect(judgeSource({ csi: {} }, '1.34')).toEqual(['Required csi.driver', 'Invalid csi.driver']);
  });

  it('has a driver of 63 characters', () => {
    expect(judgeSource({ csi: { driver: 'd'.repeat(64) } })).toEqual(['TooLong csi.driver']);
  });

  it('has a Secret, whose name the server says to be the volume\u2019s', () => {
    expect(judgeSource({ csi: { driver: 'd', nodePublishSecretRef: {} } })).toEqual([
      'Required csi.nodePublishSecretRef.name',
    ]);
    expect(judgeSource({ csi: { driver: 'd', nodePublishSecretRef: { name: 'S' } } })).toEqual([
      'Invalid csi.name',
    ]);
  });
});
