import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { judgePod } from './judged-pod';

describe('the spread of pods', () => {
  const spread = (fields: object) => ({
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: { app: 'web' } },
    ...fields,
  });
  const judge = (constraints: object[], version?: KubernetesVersion) =>
    judgePod({ topologySpreadConstraints: constraints }, version, { labels: { app: 'web' } }).map(error =>
      error.replace('spec.topologySpreadConstraints', ''),
    );

  it('has a skew, a domain and an action', () => {
    expect(judge([spread({ minDomains: 2, nodeTaintsPolicy: 'Honor' })])).toEqual([]);
    expect(judge([{}])).toEqual([
      'Invalid [0].maxSkew',
      'Required [0].topologyKey',
      'NotSupported [0].whenUnsatisfiable',
    ]);
  });

  it('has a least number of domains where pods may not be scheduled otherwise', () => {
    expect(judge([spread({ minDomains: 0 })])).toEqual(['Invalid [0].minDomains']);
    expect(judge([spread({ minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' })])).toEqual([
      'Invalid [0].minDomains',
    ]);
  });

  it('has policies that there are', () => {
    expect(judge([spread({ nodeAffinityPolicy: '', nodeTaintsPolicy: 'x' })])).toEqual([
      'NotSupported [0].nodeAffinityPolicy',
      'NotSupported [0].nodeTaintsPolicy',
    ]);
  });

  it('stands once for a domain and an action', () => {
    expect(
      judge([spread({}), spread({ whenUnsatisfiable: 'ScheduleAnyway' }), spread({ maxSkew: 2 })]),
    ).toEqual(['Duplicate [0].{topologyKey, whenUnsatisfiable}']);
  });

  it('has keys that its selector has not, which 1.34 is the first to write without the name of the field', () => {
    expect(judge([spread({ matchLabelKeys: ['app'] })])).toEqual(['Invalid [0][0]']);
    expect(judge([spread({ matchLabelKeys: ['app'] })], '1.33')).toEqual(['Invalid [0].matchLabelKeys[0]']);
    expect(judge([spread({ matchLabelKeys: ['a'], labelSelector: undefined })], '1.28')).toEqual([
      'Forbidden [0].matchLabelKeys',
    ]);
  });
});

describe('tolerations', () => {
  const judge = (toleration: object) =>
    judgePod({ tolerations: [toleration] }).map(error => error.replace('spec.tolerations[0].', ''));

  it.each([
    { operator: 'Exists' },
    { key: 'a' },
    { key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' },
    { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -1 },
  ])('may be %j', toleration => {
    expect(judge(toleration)).toEqual([]);
  });

  it.each([
    [{}, 'Invalid operator'],
    [{ key: 'a/' }, 'Invalid key'],
    [{ key: 'a', value: 'b/c' }, 'Invalid operator'],
    [{ key: 'a', operator: 'Exists', value: 'b' }, 'Invalid operator'],
    [{ key: 'a', operator: 'Gt', value: '1' }, 'NotSupported operator'],
    [{ key: 'a', effect: 'Never' }, 'NotSupported effect'],
    [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 1 }, 'Invalid effect'],
  ])('may not be %j', (toleration, error) => {
    expect(judge(toleration)[0]).toBe(error);
  });
});

describe('a pod', () => {
  it.each([
    [{ nodeSelector: { 'a/': 'b' } }, 'Invalid spec.nodeSelector'],
    [{ nodeName: 'A' }, 'Invalid spec.nodeName'],
    [{ serviceAccountName: 'A' }, 'Invalid spec.serviceAccountName'],
    [{ serviceAccount: 'A' }, 'Invalid spec.serviceAccountName'],
    [{ priorityClassName: 'A' }, 'Invalid spec.priorityClassName'],
    [{ runtimeClassName: '' }, 'Invalid spec.runtimeClassName'],
    [{ preemptionPolicy: '' }, 'Required spec.preemptionPolicy'],
    [{ preemptionPolicy: 'x' }, 'NotSupported spec.preemptionPolicy'],
    [{ restartPolicy: 'x' }, 'NotSupported spec.restartPolicy'],
    [{ activeDeadlineSeconds: 0 }, 'Invalid spec.activeDeadlineSeconds'],
    [{ activeDeadlineSeconds: 2 ** 31 }, 'Invalid spec.activeDeadlineSeconds'],
    [{ readinessGates: [{}] }, 'Invalid spec.readinessGates[0].conditionType'],
    [{ schedulingGates: [{ name: 'a' }, { name: 'a' }] }, 'Duplicate spec.schedulingGates[1]'],
    [{ schedulingGates: [{ name: 'a/' }] }, 'Invalid spec.schedulingGates[0]'],
    [{ schedulingGates: [{ name: 'a' }], nodeName: 'n' }, 'Forbidden spec.nodeName'],
    [{ overhead: { cpu: '-1' } }, 'Invalid spec.overhead.limits[cpu]'],
  ])('may not have %j', (spec, error) => {
    expect(judgePod(spec)).toContain(error);
  });

  it('is not judged by the older name of its account beside the newer one', () => {
    expect(judgePod({ serviceAccountName: 'a', serviceAccount: 'B' })).toEqual([]);
  });

  it('stands for the defaults where it is empty', () => {
    const spec = {
      restartPolicy: '',
      dnsPolicy: '',
      nodeName: '',
      serviceAccountName: '',
      priorityClassName: '',
    };
    expect(judgePod(spec)).toEqual([]);
  });
});
