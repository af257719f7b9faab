import { verify } from '../../../../lib/verify/verify';
import { judgePod, judgeTemplate } from './judged-pod';

describe('the template of a pod', () => {
  it('has labels and annotations, which the server does not say to be metadata', () => {
    expect(judgeTemplate({}, '1.36', { labels: { 'a/': 'b' }, annotations: { 'c/': 'd' } })).toEqual([
      'Invalid template.labels',
      'Invalid template.annotations',
    ]);
  });

  it('has containers', () => {
    expect(judgeTemplate({ containers: [] })).toEqual(['Required template.spec.containers']);
  });

  it('has no containers for debugging', () => {
    const ephemeralContainers = [{ name: 'debug', image: 'i' }];
    expect(judgeTemplate({ ephemeralContainers })).toEqual(['Forbidden template.spec.ephemeralContainers']);
    expect(judgePod({ ephemeralContainers })).toEqual(['Forbidden spec.ephemeralContainers']);
  });

  it('may have a token without a service account, and so may a pod: admission names the account', () => {
    const volumes = [{ name: 't', projected: { sources: [{ serviceAccountToken: { path: 't' } }] } }];
    expect(judgeTemplate({ volumes })).toEqual([]);
    expect(judgePod({ volumes, serviceAccount: 'web' })).toEqual([]);
    expect(judgePod({ volumes })).toEqual([]);
  });

  it('may leave the image of a volume open', () => {
    expect(judgeTemplate({ volumes: [{ name: 'i', image: {} }] })).toEqual([]);
  });
});

describe('the template of a StatefulSet', () => {
  const containers = [{ name: 'main', image: 'i', volumeMounts: [{ name: 'data', mountPath: '/d' }] }];

  it('has a volume for each claim template', () => {
    expect(judgeTemplate({ containers }, '1.36', {}, ['data'])).toEqual([]);
    expect(judgeTemplate({ containers })).toEqual([
      'NotFound template.spec.containers[0].volumeMounts[0].name',
    ]);
  });

  it('has them before its own, in place of those of the same name', () => {
    const volumes = [{ name: 'data', hostPath: {} }, { name: 'A' }];
    expect(judgeTemplate({ containers, volumes }, '1.36', {}, ['data', 'data'])).toEqual([
      'Invalid template.spec.volumes[1].name',
    ]);
  });

  it('has volumes that must have names', () => {
    expect(judgeTemplate({}, '1.36', {}, [''])).toEqual([
      'Required template.spec.volumes[0].persistentVolumeClaim.claimName',
      'Required template.spec.volumes[0].name',
    ]);
  });

  it('gives its pods their names', () => {
    const names = { hostname: 'A', subdomain: 'A' };
    expect(judgeTemplate(names, '1.36', {}, [])).toEqual([]);
    expect(judgeTemplate(names)).toEqual([
      'Invalid template.spec.hostname',
      'Invalid template.spec.subdomain',
    ]);
  });
});

it.each([
  ['Pod', { spec: { containers: [] } }, 'spec.containers'],
  ['PodTemplate', { template: { spec: {} } }, 'template.spec.containers'],
])('a %s is judged as manifests are', (kind, fields, path) => {
  const manifest = { apiVersion: 'v1', kind, metadata: { name: 'web' }, ...fields };
  const { findings } = verify([manifest], { kubernetesVersion: '1.36' });
  expect(findings.map(finding => [finding.errorType, finding.path])).toEqual([['FieldValueRequired', path]]);
});
