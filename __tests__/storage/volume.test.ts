import { type Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, k8s, Secret } from 'cdk8s-plus-28';
import { DownwardField } from '../../lib/storage/downward-field';
import { ProjectedSource } from '../../lib/storage/projected-source';
import { StorageSize } from '../../lib/storage/storage-size';
import { Volume } from '../../lib/storage/volume';
import { VolumeClaim } from '../../lib/storage/volume-claim';
import { testChart } from '../render';

function rendered(volume: Volume) {
  return k8s.toJson_Volume(volume.toPodVolume());
}

function handles(chart: Chart = testChart()) {
  return {
    config: new ConfigMap(chart, 'config', { metadata: { name: 'app.conf' } }),
    secret: Secret.fromSecretName(chart, 'secret', 'keys'),
  };
}

const FILE = { path: 'app.conf', mode: 0o440 };

test('a ConfigMap by its handle, named after it with hyphens for dots', () => {
  expect(rendered(Volume.configMap(handles().config))).toEqual({
    name: 'configmap-app-conf',
    configMap: { name: 'app.conf' },
  });
});

test('a ConfigMap with all that can be said', () => {
  const options = { name: 'conf', items: { key: FILE }, defaultMode: 0o400, optional: true };
  expect(rendered(Volume.configMap(handles().config, options))).toEqual({
    name: 'conf',
    configMap: {
      name: 'app.conf',
      items: [{ key: 'key', path: 'app.conf', mode: 0o440 }],
      defaultMode: 0o400,
      optional: true,
    },
  });
});

test('a Secret by its handle', () => {
  expect(rendered(Volume.secret(handles().secret, { items: { key: FILE }, defaultMode: 0o400 }))).toEqual({
    name: 'secret-keys',
    secret: {
      secretName: 'keys',
      items: [{ key: 'key', path: 'app.conf', mode: 0o440 }],
      defaultMode: 0o400,
    },
  });
});

test('emptyDir, bare and bounded', () => {
  expect(rendered(Volume.emptyDir({ name: 'tmp' }))).toEqual({ name: 'tmp', emptyDir: {} });
  expect(rendered(Volume.emptyDir({ name: 'tmp', medium: 'Memory', sizeLimit: Size.kibibytes(64) }))).toEqual(
    {
      name: 'tmp',
      emptyDir: { medium: 'Memory', sizeLimit: '64Ki' },
    },
  );
});

test('projected: every kind of source', () => {
  const { config, secret } = handles();
  const volume = Volume.projected(
    [
      ProjectedSource.configMap(config, { items: { key: FILE } }),
      ProjectedSource.secret(secret, { optional: true }),
      ProjectedSource.downwardApi({ labels: DownwardField.pod('metadata.labels') }),
      ProjectedSource.serviceAccountToken({
        path: 'token',
        audience: 'vault',
        expiration: Duration.hours(2),
      }),
    ],
    { name: 'all', defaultMode: 0o400 },
  );
  expect(rendered(volume)).toEqual({
    name: 'all',
    projected: {
      defaultMode: 0o400,
      sources: [
        { configMap: { name: 'app.conf', items: [{ key: 'key', path: 'app.conf', mode: 0o440 }] } },
        { secret: { name: 'keys', optional: true } },
        { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 7200 } },
      ],
    },
  });
});

test('downward API: fields of the pod and resources of a container', () => {
  const files = {
    zone: DownwardField.pod("metadata.labels['zone']", 0o444),
    'limits/memory': DownwardField.container('app', 'limits.memory', '1Mi'),
    cpu: DownwardField.container('app', 'requests.cpu'),
  };
  expect(rendered(Volume.downwardApi({ name: 'info', files }))).toEqual({
    name: 'info',
    downwardAPI: {
      items: [
        { path: 'zone', mode: 0o444, fieldRef: { fieldPath: "metadata.labels['zone']" } },
        {
          path: 'limits/memory',
          resourceFieldRef: { containerName: 'app', resource: 'limits.memory', divisor: '1Mi' },
        },
        { path: 'cpu', resourceFieldRef: { containerName: 'app', resource: 'requests.cpu' } },
      ],
    },
  });
});

test('a claim that someone else makes, read-only, with its volume mode', () => {
  const volume = Volume.claim(VolumeClaim.fromName('media', { volumeMode: 'Block' }), { readOnly: true });
  expect(rendered(volume)).toEqual({
    name: 'media',
    persistentVolumeClaim: { claimName: 'media', readOnly: true },
  });
  expect(volume.volumeMode).toBe('Block');
});

test('hostPath and NFS', () => {
  expect(rendered(Volume.hostPath({ name: 'logs', path: '/var/log' }))).toEqual({
    name: 'logs',
    hostPath: { path: '/var/log' },
  });
  expect(rendered(Volume.nfs({ name: 'media', server: 's', path: '/x', readOnly: true }))).toEqual({
    name: 'media',
    nfs: { server: 's', path: '/x', readOnly: true },
  });
});

test('a CSI volume of the pod', () => {
  const volume = Volume.csi({
    name: 'vault',
    driver: 'secrets-store.csi.k8s.io',
    readOnly: true,
    volumeAttributes: { secretProviderClass: 'vault' },
    nodePublishSecret: 'login',
  });
  expect(rendered(volume)).toEqual({
    name: 'vault',
    csi: {
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      volumeAttributes: { secretProviderClass: 'vault' },
      nodePublishSecretRef: { name: 'login' },
    },
  });
});

test('a claim that lives as long as its pod', () => {
  const size = StorageSize.gibibytes(1);
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  expect(rendered(Volume.ephemeral({ name: 'scratch', size }))).toEqual({
    name: 'scratch',
    ephemeral: { volumeClaimTemplate: { spec } },
  });
  const labelled = Volume.ephemeral({ name: 'scratch', size, labels: { team: 'data' }, volumeMode: 'Block' });
  expect(rendered(labelled)?.ephemeral.volumeClaimTemplate).toEqual({
    metadata: { labels: { team: 'data' } },
    spec: { ...spec, volumeMode: 'Block' },
  });
  expect(labelled.volumeMode).toBe('Block');
});

describe('what the API server would refuse', () => {
  const { config } = handles();
  const items = (path: string, mode?: number) => ({ items: { key: { path, mode } } });
  const named = { name: 'v' };

  test.each<[string, () => unknown, RegExp]>([
    ['an upper-case name', () => Volume.emptyDir({ name: 'Tmp' }), /volume name must be lower-case/],
    ['a name with a dot', () => Volume.emptyDir({ name: 'a.b' }), /volume name must be lower-case/],
    [
      'a derived name that is too long',
      () => Volume.configMap({ name: 'c'.repeat(60) }),
      /volume name must be no longer than 63.*give the volume a 'name'/,
    ],
    [
      'an absolute path',
      () => Volume.configMap(config, items('/etc/x')),
      /items 'key'.path must be a path inside/,
    ],
    [
      'a path that leads out',
      () => Volume.configMap(config, items('../x')),
      /items 'key'.path must be a path inside/,
    ],
    [
      'no mode',
      () => Volume.configMap(config, items('x', 0o1777)),
      /items 'key'.mode must be the mode of a file/,
    ],
    [
      'no default mode',
      () => Volume.secret(config, { defaultMode: -1 }),
      /defaultMode must be the mode of a file/,
    ],
    [
      'two files at one path',
      () => Volume.configMap(config, { items: { a: { path: 'x' }, b: { path: 'x' } } }),
      /items must not put two files at one path/,
    ],
    [
      'two sources that write one file',
      () =>
        Volume.projected(
          [
            ProjectedSource.configMap(config, items('token')),
            ProjectedSource.serviceAccountToken({ path: 'token' }),
          ],
          named,
        ),
      /items must not put two files at one path/,
    ],
    ['no sources', () => Volume.projected([], named), /sources must name at least one/],
    [
      'a size of zero',
      () => Volume.emptyDir({ ...named, sizeLimit: Size.mebibytes(0) }),
      /size must be more than/,
    ],
    [
      'a relative host path',
      () => Volume.hostPath({ ...named, path: 'x' }),
      /hostPath.path must be an absolute/,
    ],
    ['no NFS server', () => Volume.nfs({ ...named, server: '', path: '/' }), /nfs.server must not be empty/],
    ['no driver', () => Volume.csi({ ...named, driver: 'a b' }), /csi.driver must be lower-case/],
    [
      'a token of nine minutes',
      () => ProjectedSource.serviceAccountToken({ path: 't', expiration: Duration.minutes(9) }),
      /expiration must not be less than ten minutes/,
    ],
    [
      'a file outside of a downward-API volume',
      () => Volume.downwardApi({ ...named, files: { '../x': DownwardField.pod('metadata.name') } }),
      /items '..\/x'.path must be a path inside/,
    ],
    [
      'no access modes',
      () => Volume.ephemeral({ ...named, size: StorageSize.gibibytes(1), accessModes: [] }),
      /accessModes must name at least one/,
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
