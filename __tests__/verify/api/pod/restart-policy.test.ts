import { judgeContainer, judgePod, type Place } from './judged-container';

const init = (container: object, place: Place = {}) =>
  judgeContainer({}, { ...place, pod: { initContainers: [{ name: 'init', image: 'i', ...container }] } }).map(
    error => error.replace(' initContainers[0].', ' '),
  );
const rules = (...exitCodes: object[]) => exitCodes.map(codes => ({ action: 'Restart', exitCodes: codes }));
const good = { operator: 'In', values: [1] };

describe('the restart policy of a container', () => {
  it('is refused before 1.34, dropped in 1.34, and known since 1.35', () => {
    const container = { restartPolicy: 'Sometimes' };
    expect(judgeContainer(container, { version: '1.33' })).toEqual(['Forbidden restartPolicy']);
    expect(judgeContainer(container, { version: '1.34' })).toEqual([]);
    expect(judgeContainer(container, { version: '1.35' })).toEqual(['NotSupported restartPolicy']);
    expect(judgeContainer({ restartPolicy: 'Never' }, { version: '1.35' })).toEqual([]);
  });

  it('is required by rules', () => {
    expect(judgeContainer({ restartPolicyRules: rules(good) })).toEqual(['Required restartPolicy']);
    expect(judgeContainer({ restartPolicyRules: [] })).toEqual([]);
  });

  it('has rules with an action and exit codes', () => {
    const restartPolicy = 'Never';
    expect(judgeContainer({ restartPolicy, restartPolicyRules: rules(good) })).toEqual([]);
    expect(judgeContainer({ restartPolicy, restartPolicyRules: [{}] })).toEqual([
      'NotSupported restartPolicyRules[0].action',
      'Required restartPolicyRules[0].exitCodes',
    ]);
    expect(
      judgeContainer({ restartPolicy, restartPolicyRules: rules({ values: Array(256).fill(1) }) }),
    ).toEqual([
      'NotSupported restartPolicyRules[0].exitCodes.operator',
      'TooMany restartPolicyRules[0].exitCodes.values',
    ]);
  });

  it('has up to 20 rules; 1.35 calls more of them too long', () => {
    const container = { restartPolicy: 'Never', restartPolicyRules: rules(...Array(21).fill(good)) };
    expect(judgeContainer(container)).toEqual(['TooMany restartPolicyRules']);
    expect(judgeContainer(container, { version: '1.35' })).toEqual(['TooLong restartPolicyRules']);
  });

  it('restarts all containers since 1.36', () => {
    const restartPolicyRules = [{ action: 'RestartAllContainers', exitCodes: good }];
    expect(judgeContainer({ restartPolicy: 'Never', restartPolicyRules })).toEqual([]);
    expect(judgeContainer({ restartPolicy: 'Never', restartPolicyRules }, { version: '1.35' })).toEqual([
      'NotSupported restartPolicyRules[0].action',
    ]);
  });
});

describe('the restart policy of an init container', () => {
  it.each<[Place['version'], string[]]>([
    ['1.28', []],
    ['1.29', ['NotSupported restartPolicy']],
    ['1.33', ['NotSupported restartPolicy']],
    ['1.34', []],
    ['1.35', []],
  ])('Never gives, in %s, %j', (version, errors) => {
    expect(init({ restartPolicy: 'Never' }, { version })).toEqual(errors);
  });

  it('Always has rules since 1.36', () => {
    const sidecar = { restartPolicy: 'Always', restartPolicyRules: rules(good) };
    expect(init(sidecar, { version: '1.35' })).toEqual(['Forbidden restartPolicyRules']);
    expect(init(sidecar)).toEqual([]);
  });

  it('is required by rules', () => {
    expect(init({ restartPolicyRules: [{}] })).toEqual(['Required restartPolicy']);
  });
});

describe('the resize policy', () => {
  const resize = (...resizePolicy: object[]) => judgeContainer({ resizePolicy });
  const cpu = { resourceName: 'cpu', restartPolicy: 'RestartContainer' };

  it('is for cpu and memory, once each', () => {
    expect(resize(cpu, { resourceName: 'memory', restartPolicy: 'NotRequired' })).toEqual([]);
    expect(resize(cpu, cpu)).toEqual(['Duplicate resizePolicy[1]']);
    expect(resize({ ...cpu, resourceName: 'pods' })).toEqual(['NotSupported resizePolicy']);
    expect(resize({})).toEqual(['Required resizePolicy', 'Required resizePolicy']);
  });

  it('restarts nothing in a pod that is never restarted', () => {
    const container = { name: 'a', image: 'i', resizePolicy: [cpu] };
    expect(judgePod({ restartPolicy: 'Never', containers: [container] })).toEqual(['Invalid resizePolicy']);
  });

  it('is dropped before 1.33', () => {
    expect(judgeContainer({ resizePolicy: [{}] }, { version: '1.32' })).toEqual([]);
  });

  it('restarts no init container but sidecars, since 1.36', () => {
    expect(init({ resizePolicy: [cpu] })).toEqual(['Invalid resizePolicy[0].restartPolicy']);
    expect(init({ resizePolicy: [cpu] }, { version: '1.35' })).toEqual([]);
    expect(init({ resizePolicy: [cpu], restartPolicy: 'Always' })).toEqual([]);
  });
});
