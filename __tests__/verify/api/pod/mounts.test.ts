import { judgeContainer, type Place } from './judged-container';

const pod = {
  volumes: [
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'tmp', emptyDir: {} },
    { name: 'scratch', ephemeral: {} },
    { name: 'model', image: { reference: 'model:1' } },
  ],
};
const judge = (container: Record<string, unknown>, place: Place = {}) =>
  judgeContainer(container, { pod, ...place });
const mount = (fields: object, place?: Place) =>
  judge({ volumeMounts: [{ name: 'tmp', mountPath: '/tmp', ...fields }] }, place);

describe('mounts', () => {
  it('name a volume of the pod and a path', () => {
    expect(mount({})).toEqual([]);
    expect(mount({ name: 'nowhere' })).toEqual(['NotFound volumeMounts[0].name']);
    expect(judge({ volumeMounts: [{}] })).toEqual([
      'Required volumeMounts[0].name',
      'NotFound volumeMounts[0].name',
      'Required volumeMounts[0].mountPath',
    ]);
  });

  it('have paths of their own', () => {
    const at = { name: 'tmp', mountPath: '/tmp' };
    expect(judge({ volumeMounts: [at, at] })).toEqual(['Invalid volumeMounts[1].mountPath']);
  });

  it('lead down in their volume; the server has this at the list', () => {
    expect(mount({ subPath: 'a/b..c' })).toEqual([]);
    expect(mount({ subPath: '/a' })).toEqual(['Invalid volumeMounts.subPath']);
    expect(mount({ subPathExpr: 'a/../b' })).toEqual(['Invalid volumeMounts.subPathExpr']);
  });

  it('have a subPath or a subPathExpr', () => {
    expect(mount({ subPath: 'a', subPathExpr: 'b' })).toEqual(['Invalid volumeMounts[0].subPathExpr']);
  });

  it('are propagated to the node by privileged containers alone', () => {
    expect(mount({ mountPropagation: 'HostToContainer' })).toEqual([]);
    expect(mount({ mountPropagation: 'Both' })).toEqual(['NotSupported volumeMounts.mountPropagation']);
    const volumeMounts = [{ name: 'tmp', mountPath: '/tmp', mountPropagation: 'Bidirectional' }];
    expect(judge({ volumeMounts })).toEqual(['Forbidden volumeMounts.mountPropagation']);
    expect(judge({ volumeMounts, securityContext: { privileged: true } })).toEqual([]);
  });

  it('are recursively read-only where they are read-only', () => {
    expect(mount({ recursiveReadOnly: 'Enabled', readOnly: true })).toEqual([]);
    expect(mount({ recursiveReadOnly: 'Enabled' })).toEqual(['Forbidden volumeMounts.recursiveReadOnly']);
    expect(
      mount({ recursiveReadOnly: 'IfPossible', readOnly: true, mountPropagation: 'HostToContainer' }),
    ).toEqual(['Forbidden volumeMounts.recursiveReadOnly']);
    expect(mount({ recursiveReadOnly: 'Yes' })).toEqual(['NotSupported volumeMounts.recursiveReadOnly']);
    expect(mount({ recursiveReadOnly: 'Yes' }, { version: '1.30' })).toEqual([]);
  });

  it('of images are dropped with their volumes before 1.35', () => {
    const volumeMounts = [{ name: 'model' }];
    expect(judge({ volumeMounts }, { version: '1.35' })).toEqual(['Required volumeMounts[0].mountPath']);
    expect(judge({ volumeMounts }, { version: '1.34' })).toEqual([]);
  });
});

describe('devices', () => {
  it('are volumes of a claim', () => {
    const volumeDevices = [
      { name: 'data', devicePath: '/dev/a' },
      { name: 'scratch', devicePath: '/dev/b' },
    ];
    expect(judge({ volumeDevices })).toEqual([]);
    expect(judge({ volumeDevices: [{ name: 'tmp', devicePath: '/dev/a' }] })).toEqual([
      'Invalid volumeDevices[0].name',
    ]);
  });

  it('name a volume of the pod and a path', () => {
    expect(judge({ volumeDevices: [{}] })).toEqual([
      'Required volumeDevices[0].name',
      'NotFound volumeDevices[0].name',
      'Required volumeDevices[0].devicePath',
    ]);
  });

  it('are named and placed once, by a path without ..', () => {
    const device = { name: 'data', devicePath: '/dev/a' };
    expect(judge({ volumeDevices: [device, device] })).toEqual([
      'Invalid volumeDevices[1].name',
      'Invalid volumeDevices[1].devicePath',
    ]);
    expect(judge({ volumeDevices: [{ name: 'data', devicePath: '/dev/../a' }] })).toEqual([
      'Invalid volumeDevices[0].devicePath',
    ]);
  });

  it('are no mounts too', () => {
    const both = {
      volumeMounts: [{ name: 'data', mountPath: '/a' }],
      volumeDevices: [{ name: 'data', devicePath: '/a' }],
    };
    expect(judge(both)).toEqual([
      'Invalid volumeMounts[0].name',
      'Invalid volumeMounts[0].mountPath',
      'Invalid volumeDevices[0].name',
      'Invalid volumeDevices[0].devicePath',
    ]);
  });

  it('are refused in a user namespace since 1.34', () => {
    const volumeDevices = [{ name: 'data', devicePath: '/dev/a' }];
    const inNamespace = { ...pod, hostUsers: false };
    expect(judge({ volumeDevices }, { pod: inNamespace })).toEqual(['Forbidden volumeDevices']);
    expect(judge({ volumeDevices }, { pod: inNamespace, version: '1.33' })).toEqual([]);
  });
});
