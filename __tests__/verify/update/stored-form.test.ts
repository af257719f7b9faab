import { podSpec, specUpdatesOf } from './updated';

/** Pods may not change, so that a change that the server does not see is one that it takes. */
const change = specUpdatesOf('v1', 'Pod');
const volume = (source: object) => podSpec({ volumes: [{ name: 'a', ...source }] });
const projected = (source: object) => volume({ projected: { sources: [source] } });
const variable = (valueFrom: object) => podSpec({}, { env: [{ name: 'A', valueFrom }] });
const debug = (fields: object) =>
  podSpec({ ephemeralContainers: [{ name: 'debug', image: 'a', ...fields }] });

const azure = { diskName: 'a', diskURI: 'b' };
const iscsi = { targetPortal: 'a', iqn: 'b', lun: 0 };
const rbd = { monitors: ['a'], image: 'b' };
const scaleIO = { gateway: 'a', system: 'b', secretRef: { name: 'c' } };

test.each([
  ['a volume without a source', volume({}), volume({ emptyDir: {} })],
  ['a ConfigMap', volume({ configMap: {} }), volume({ configMap: { defaultMode: 0o644 } })],
  ['a Secret', volume({ secret: {} }), volume({ secret: { defaultMode: 0o644 } })],
  ['the downward API', volume({ downwardAPI: {} }), volume({ downwardAPI: { defaultMode: 0o644 } })],
  ['a projection', volume({ projected: {} }), volume({ projected: { defaultMode: 0o644 } })],
  ['a path', volume({ hostPath: { path: '/a' } }), volume({ hostPath: { path: '/a', type: '' } })],
  [
    'a token',
    projected({ serviceAccountToken: { path: 'a' } }),
    projected({ serviceAccountToken: { path: 'a', expirationSeconds: 3600 } }),
  ],
  [
    'a disk of Azure',
    volume({ azureDisk: azure }),
    volume({
      azureDisk: { ...azure, cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false },
    }),
  ],
  ['iSCSI', volume({ iscsi }), volume({ iscsi: { ...iscsi, iscsiInterface: 'default' } })],
  [
    'Ceph',
    volume({ rbd }),
    volume({ rbd: { ...rbd, pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } }),
  ],
  [
    'ScaleIO',
    volume({ scaleIO }),
    volume({ scaleIO: { ...scaleIO, storageMode: 'ThinProvisioned', fsType: 'xfs' } }),
  ],
  [
    'a field of the pod',
    variable({ fieldRef: { fieldPath: 'a' } }),
    variable({ fieldRef: { fieldPath: 'a', apiVersion: 'v1' } }),
  ],
  [
    'a resource',
    variable({ resourceFieldRef: { resource: 'a' } }),
    variable({ resourceFieldRef: { resource: 'a', divisor: '0' } }),
  ],
  [
    'a key of a file',
    variable({ fileKeyRef: { key: 'a', path: 'b', volumeName: 'c' } }),
    variable({ fileKeyRef: { key: 'a', path: 'b', volumeName: 'c', optional: false } }),
  ],
  [
    'an ephemeral container',
    debug({}),
    debug({
      imagePullPolicy: 'Always',
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    }),
  ],
])('%s is the same with the defaults of the server', (_, before, after) => {
  expect(change(before, after)).toEqual([]);
  expect(change(after, before)).toEqual([]);
});

test.each([
  ['a mode of zero', volume({ secret: { defaultMode: 0 } }), volume({ secret: {} })],
  ['what is not optional', volume({ secret: { optional: false } }), volume({ secret: {} })],
  ['a limit of zero', volume({ emptyDir: { sizeLimit: '0' } }), volume({ emptyDir: {} })],
  ['an empty selector', affine({ labelSelector: {} }), affine({})],
  ['another order of a list', podSpec({}, { args: ['a', 'b'] }), podSpec({}, { args: ['b', 'a'] })],
  ['a port as text', probed('80'), probed(80)],
])('%s is something else', (_, before, after) => {
  expect(change(before, after)).toEqual(['Forbidden spec']);
});

test.each([
  ['zero where the API has no pointer', podSpec({}, { stdin: false, workingDir: '' }), podSpec()],
  ['an empty list', podSpec({ volumes: [], nodeSelector: {} }, { env: [] }), podSpec()],
  ['null', podSpec({ nodeName: null }), podSpec()],
  ['an amount', volume({ emptyDir: { sizeLimit: '1Gi' } }), volume({ emptyDir: { sizeLimit: '1024Mi' } })],
  ['the former name of the account', podSpec({ serviceAccount: 'a' }), podSpec({ serviceAccountName: 'a' })],
])('%s is the same, however it is written', (_, before, after) => {
  expect(change(before, after)).toEqual([]);
  expect(change(after, before)).toEqual([]);
});

test('of an ephemeral claim the mode is set too', () => {
  const claim = (spec: object) => volume({ ephemeral: { volumeClaimTemplate: { spec } } });
  expect(change(claim({}), claim({ volumeMode: 'Filesystem' }))).toEqual([]);
  expect(change(claim({}), claim({ storageClassName: '' }))).toEqual(['Forbidden spec']);
});

test('a job that fails by conditions expects them to be true', () => {
  const job = specUpdatesOf('batch/v1', 'Job');
  const policy = (fields: object) => ({
    podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'A', ...fields }] }] },
  });
  expect(job(policy({}), policy({ status: 'True' }))).toEqual([]);
  expect(job(policy({}), policy({ status: 'False' }))).toEqual(['Invalid spec.podFailurePolicy']);
});

test('the volumes of the cluster have the defaults of those of pods', () => {
  const stored = specUpdatesOf('v1', 'PersistentVolume');
  expect(stored({ iscsi }, { iscsi: { ...iscsi, iscsiInterface: 'default' } })).toEqual([]);
  expect(
    stored({ scaleIO }, { scaleIO: { ...scaleIO, storageMode: 'ThinProvisioned', fsType: 'xfs' } }),
  ).toEqual([]);
});

function affine(fields: object): object {
  const requiredDuringSchedulingIgnoredDuringExecution = [{ topologyKey: 'zone', ...fields }];
  return podSpec({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution } } });
}

function probed(port: number | string): object {
  return podSpec({}, { livenessProbe: { tcpSocket: { port } } });
}
