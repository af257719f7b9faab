import { judgePod, judgeVolumes } from './judged-pod';

const mounted = (...names: string[]) => ({
  containers: [
    {
      name: 'main',
      image: 'shop/web:1.8.0',
      volumeMounts: names.map(name => ({ name, mountPath: `/${name}` })),
    },
  ],
});

describe('the volumes of a pod', () => {
  it('need no source: without one they are emptyDirs', () => {
    expect(judgeVolumes([{ name: 'data' }])).toEqual([]);
  });

  it.each(['', 'Data', 'da.ta', '-data', 'd'.repeat(64)])('may not be called %j', name => {
    const [error] = judgeVolumes([{ name }]);
    expect(error).toBe(name === '' ? 'Required [0].name' : 'Invalid [0].name');
  });

  it('have names of their own', () => {
    expect(judgeVolumes([{ name: 'data' }, { name: 'data' }])).toEqual(['Duplicate [1].name']);
  });

  it('have one source, the first in the order of the server', () => {
    const volume = { name: 'data', image: { reference: 'i' }, emptyDir: {}, cephfs: {}, downwardAPI: {} };
    expect(judgeVolumes([volume])).toEqual([
      'Forbidden [0].cephFS',
      'Forbidden [0].downwarAPI',
      'Forbidden [0].image',
    ]);
  });

  it('are not there for containers where they are not in order', () => {
    const volumes = [{ name: 'data', hostPath: {} }];
    expect(judgePod({ volumes, ...mounted('data') })).toEqual([
      'Required spec.volumes[0].hostPath.path',
      'NotFound spec.containers[0].volumeMounts[0].name',
    ]);
  });

  it('may be called as one that is not in order', () => {
    expect(judgeVolumes([{ name: 'data', hostPath: {} }, { name: 'data' }])).toEqual([
      'Required [0].hostPath.path',
    ]);
  });
});

describe('volumes of images', () => {
  const image = { name: 'tools', image: { pullPolicy: 'Sometimes' } };

  it('need an image and a policy that there is', () => {
    expect(judgeVolumes([image])).toEqual([
      'Required [0].image.reference',
      'NotSupported [0].image.pullPolicy',
    ]);
  });

  it('are dropped before 1.35, with their mounts, and do not count', () => {
    expect(judgePod({ volumes: [image, { name: 'A' }], ...mounted('tools') }, '1.34')).toEqual([
      'Invalid spec.volumes[0].name',
    ]);
  });
});

describe('ephemeral volumes', () => {
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const ephemeral = (template?: object) => ({
    name: 'scratch',
    ephemeral: template ? { volumeClaimTemplate: template } : {},
  });

  it('need a template with a spec', () => {
    expect(judgeVolumes([ephemeral({ spec })])).toEqual([]);
    expect(judgeVolumes([ephemeral()])).toEqual(['Required [0].ephemeral.volumeClaimTemplate']);
    expect(judgeVolumes([ephemeral({})])).toEqual([
      'Required [0].ephemeral.volumeClaimTemplate.spec.accessModes',
      'Required [0].ephemeral.volumeClaimTemplate.spec.resources[storage]',
    ]);
  });

  it('have labels and annotations, and no other metadata', () => {
    const metadata = { labels: { a: 'b' }, annotations: { a: 'b' }, name: 'x', uid: 'u', namespace: '' };
    expect(judgeVolumes([ephemeral({ metadata, spec })])).toEqual([
      'Forbidden [0].ephemeral.volumeClaimTemplate.metadata.name',
      'Forbidden [0].ephemeral.volumeClaimTemplate.metadata.uID',
    ]);
  });

  it('name a claim after the pod, which no other volume may name', () => {
    const volumes = [
      ephemeral({ spec }),
      { name: 'data', persistentVolumeClaim: { claimName: 'web-scratch' } },
    ];
    expect(judgePod({ volumes })).toEqual(['Invalid spec.volumes[1].persistentVolumeClaim.claimName']);
  });

  it('name a claim after the pod, whose name must not become too long', () => {
    expect(judgePod({ volumes: [ephemeral({ spec })] }, '1.36', { name: 'w'.repeat(250) })).toEqual([
      'Invalid spec.volumes[0].name',
    ]);
  });
});
