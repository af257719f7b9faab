import { judgePod, judgeTemplate } from './judged-pod';

const container = (name: string, requests: object, more: object = {}) => ({
  name,
  image: 'i',
  resources: { requests },
  ...more,
});
const pod = (resources: object, cpus: string[], initContainers: object[] = []) => ({
  containers: cpus.map((cpu, index) => container(`c${index}`, { cpu })),
  initContainers,
  resources,
});

describe('what a pod as a whole asks for', () => {
  it('is no less than what its containers ask for together', () => {
    expect(judgePod(pod({ requests: { cpu: '2' } }, ['1', '1']))).toEqual([]);
    expect(judgePod(pod({ requests: { cpu: '2' } }, ['1', '1500m']))).toEqual([
      'Invalid spec.resources.requests[cpu]',
    ]);
  });

  it('is no less than what one container needs to start beside the sidecars before it', () => {
    const sidecar = container('s', { cpu: '1' }, { restartPolicy: 'Always' });
    const init = container('i', { cpu: '2' });
    const requests = { cpu: '2500m' };
    expect(judgePod(pod({ requests }, ['1'], [init, sidecar]))).toEqual([]);
    expect(judgePod(pod({ requests }, ['1'], [sidecar, init]))).toEqual([
      'Invalid spec.resources.requests[cpu]',
    ]);
  });

  it('is in a pod what its containers ask for, where it does not say, and so within the limit', () => {
    const spec = pod({ limits: { cpu: '1' } }, ['1', '1']);
    expect(judgePod(spec)).toEqual(['Invalid spec.resources.requests']);
    expect(judgeTemplate(spec)).toEqual([]);
  });

  it('is cpu, memory and huge pages', () => {
    expect(judgePod(pod({ requests: { 'ephemeral-storage': '1Gi' } }, ['1']))).toEqual([
      'NotSupported spec.resources.requests[ephemeral-storage]',
    ]);
  });

  it('is no claim, and nothing for Windows', () => {
    expect(judgePod(pod({ claims: [] }, ['1']))).toEqual(['Forbidden spec.resources.claims']);
    expect(judgePod({ ...pod({ claims: [] }, ['1']), os: { name: 'windows' } })).toEqual([
      'Forbidden spec.resources',
    ]);
  });

  it('is dropped before 1.34', () => {
    expect(judgePod(pod({ requests: { cpu: '0' }, claims: [] }, ['1']), '1.33')).toEqual([]);
  });
});

it('the limits of a container are within those of its pod', () => {
  const containers = [{ name: 'main', image: 'i', resources: { limits: { cpu: '2', memory: '1Gi' } } }];
  expect(judgeTemplate({ containers, resources: { limits: { cpu: '1', memory: '1Gi' } } })).toEqual([
    'Invalid template.spec.resources.containers[0][cpu].limits',
  ]);
});

it('huge pages of containers are within those of their pod together', () => {
  const own = { 'hugepages-2Mi': '2Mi', cpu: '1' };
  const containers = ['a', 'b'].map(name => ({
    name,
    image: 'i',
    resources: { limits: own, requests: own },
  }));
  const whole = { 'hugepages-2Mi': '2Mi', cpu: '2' };
  expect(judgeTemplate({ containers, resources: { limits: whole, requests: whole } })).toEqual([
    'Invalid template.spec.resources.requests[hugepages-2Mi]',
    'Invalid template.spec.resources.limits[hugepages-2Mi]',
  ]);
});

describe('claims for devices', () => {
  const judge = (resourceClaims: object[], version: '1.33' | '1.36' = '1.36') =>
    judgePod({ resourceClaims }, version).map(error => error.replace('spec.resourceClaims', ''));

  it('have a name of their own and one source', () => {
    const gpu = { name: 'gpu', resourceClaimName: 'a' };
    expect(judge([gpu, { name: 'nic', resourceClaimTemplateName: 'b' }])).toEqual([]);
    expect(judge([gpu, gpu, {}])).toEqual(['Duplicate [1].name', 'Required [2].name', 'Invalid [2]']);
    expect(judge([{ name: 'A', resourceClaimName: 'A', resourceClaimTemplateName: 'b' }])).toEqual([
      'Invalid [0].name',
      'Invalid [0]',
      'Invalid [0].resourceClaimName',
    ]);
  });

  it('are dropped before 1.34', () => {
    expect(judge([{}], '1.33')).toEqual([]);
  });
});
