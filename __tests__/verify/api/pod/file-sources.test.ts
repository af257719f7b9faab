import { judgeSource } from './judged-pod';

const items = (...list: object[]) => ({ configMap: { name: 'settings', items: list } });

describe('files of ConfigMaps and Secrets', () => {
  it('say where they come from', () => {
    expect(judgeSource({ secret: {} })).toEqual(['Required secret.secretName']);
    expect(judgeSource({ configMap: {} })).toEqual(['Required configMap.name']);
  });

  it('have keys and paths', () => {
    expect(judgeSource(items({ key: 'a', path: 'b/c..d' }))).toEqual([]);
    expect(judgeSource(items({}))).toEqual([
      'Required configMap.items[0].key',
      'Required configMap.items[0].path',
    ]);
  });

  it.each(['/a', '../a', 'a/../b', '..a', '..'])('may not be called %j', path => {
    expect(judgeSource(items({ key: 'a', path }))[0]).toBe('Invalid configMap.items[0].path');
  });

  it.each([-1, 512])('may not have the mode %j', mode => {
    expect(judgeSource(items({ key: 'a', path: 'a', mode }))).toEqual(['Invalid configMap.items[0].mode']);
    expect(judgeSource({ secret: { secretName: 's', defaultMode: mode } })).toEqual([
      'Invalid secret.defaultMode',
    ]);
  });
});

describe('a folder of the pod', () => {
  it.each(['-1', '-1Gi', -1])('may not have the size %j', sizeLimit => {
    expect(judgeSource({ emptyDir: { sizeLimit } })).toEqual(['Forbidden emptyDir.sizeLimit']);
  });

  it('may have any other', () => {
    expect(judgeSource({ emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } })).toEqual([]);
  });
});

describe('a path of the node', () => {
  it('does not go up', () => {
    expect(judgeSource({ hostPath: { path: '/a/../b' } })).toEqual(['Invalid hostPath.path']);
    expect(judgeSource({ hostPath: { path: '/a..b' } })).toEqual([]);
  });

  it('has a type that there is, or an empty one', () => {
    expect(judgeSource({ hostPath: { path: '/a', type: 'Folder' } })).toEqual(['NotSupported hostPath.type']);
    expect(judgeSource({ hostPath: { path: '/a', type: '' } })).toEqual([]);
  });
});

it('a git repository has an address, and a folder below', () => {
  expect(judgeSource({ gitRepo: { directory: '/a' } })).toEqual([
    'Required gitRepo.repository',
    'Invalid gitRepo.directory',
  ]);
});

describe('files of what is known of the pod', () => {
  const file = (fields: object) => ({ downwardAPI: { items: [{ path: 'a', ...fields }] } });

  it.each(['metadata.labels', 'metadata.name', "metadata.annotations['Example.com/A']"])(
    'may hold %s',
    fieldPath => {
      expect(judgeSource(file({ fieldRef: { fieldPath } }))).toEqual([]);
    },
  );

  it('may not hold what containers alone can get', () => {
    expect(judgeSource(file({ fieldRef: { fieldPath: 'status.podIP' } }))).toEqual([
      'NotSupported downwardAPI.fieldRef.fieldPath',
    ]);
  });

  it('name the container whose resources they hold', () => {
    expect(judgeSource(file({ resourceFieldRef: { resource: 'limits.cpu' } }))).toEqual([
      'Required downwardAPI.resourceFieldRef.containerName',
    ]);
  });

  it('hold one of the two', () => {
    expect(judgeSource(file({}))).toEqual(['Required downwardAPI']);
    const both = { fieldRef: { fieldPath: 'metadata.uid' }, resourceFieldRef: {} };
    expect(judgeSource(file(both))).toEqual(['Invalid downwardAPI']);
  });

  it('have paths, which the server does not number', () => {
    const fieldRef = { fieldPath: 'metadata.uid' };
    expect(judgeSource({ downwardAPI: { defaultMode: 1000, items: [{ fieldRef }] } })).toEqual([
      'Invalid downwardAPI.defaultMode',
      'Required downwardAPI.path',
    ]);
  });
});

describe('files from several sources', () => {
  const projected = (...sources: object[]) => ({ projected: { sources } });
  const token = (fields: object) => projected({ serviceAccountToken: { path: 't', ...fields } });

  it('come each from one kind of source, or from none', () => {
    expect(judgeSource(projected({}))).toEqual([]);
    expect(judgeSource(projected({ secret: { name: 's' }, configMap: { name: 'c' } }))).toEqual([
      'Forbidden projected.sources[0]',
    ]);
  });

  it('name the source', () => {
    expect(judgeSource(projected({ secret: {} }, { configMap: {} }))).toEqual([
      'Required projected.sources[0].secret.name',
      'Required projected.sources[1].configMap.name',
    ]);
  });

  it('have paths of their own', () => {
    const list = [{ key: 'a', path: 'p' }];
    const sources = [{ secret: { name: 's', items: list } }, { configMap: { name: 'c', items: list } }];
    expect(judgeSource(projected(...sources))).toEqual(['Invalid projected']);
  });

  it.each([0, 599, 2 ** 32 + 1])('have no token for %j seconds', expirationSeconds => {
    expect(judgeSource(token({ expirationSeconds }))).toEqual([
      'Invalid projected.sources[0].serviceAccountToken.expirationSeconds',
    ]);
  });

  it('have tokens with a path, which 1.28 does not look into', () => {
    expect(judgeSource(token({ path: '' }))).toEqual(['Required projected.path']);
    expect(judgeSource(token({ path: '../t' }))).toEqual(['Invalid projected.path']);
    expect(judgeSource(token({ path: '../t' }), '1.28')).toEqual([]);
  });

  it('drop sources behind gates that are shut', () => {
    expect(
      judgeSource(projected({ secret: { name: 's' }, clusterTrustBundle: {}, podCertificate: {} })),
    ).toEqual([]);
  });
});
