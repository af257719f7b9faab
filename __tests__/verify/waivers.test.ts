import { type Finding, type Level, verify } from '../../lib/verify';
import { applyWaivers, type Waiver } from '../../lib/verify/waivers';

function finding(level: Level, name = 'a', rule = 'r'): Finding {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name, index: 0 };
  return { rule, level, object, path: '', message: '', fix: '' };
}

describe('a waiver', () => {
  it.each<[Omit<Waiver, 'reason'>, boolean]>([
    [{ rule: 'r' }, true],
    [{ rule: 'r', kind: 'ConfigMap', namespace: 'shop', name: 'a' }, true],
    [{ rule: 's' }, false],
    [{ rule: 'r', kind: 'Secret' }, false],
    [{ rule: 'r', namespace: 'other' }, false],
    [{ rule: 'r', name: 'b' }, false],
  ])('fits what it says: %j', (waiver, fits) => {
    const risky = finding('risky');
    const { findings, waived, unused } = applyWaivers([risky], [{ ...waiver, reason: 'known' }]);
    expect(findings).toEqual(fits ? [] : [risky]);
    expect(waived).toEqual(fits ? [{ finding: risky, reason: 'known' }] : []);
    expect(unused).toHaveLength(fits ? 0 : 1);
  });

  it('has no power over what the API server refuses', () => {
    const waiver = { rule: 'r', reason: 'known' };
    const rejected = finding('rejected');
    expect(applyWaivers([rejected], [waiver])).toEqual({
      findings: [rejected],
      waived: [],
      unused: [],
      powerless: [waiver],
    });
  });

  it('is used where it fits one finding that can be waived among others', () => {
    const waiver = { rule: 'r', reason: 'known' };
    const { findings, powerless } = applyWaivers([finding('rejected'), finding('broken')], [waiver]);
    expect({ findings: findings.length, powerless }).toEqual({ findings: 1, powerless: [] });
  });
});

test('verify takes out what it is told to ignore', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { ports: [{ port: 80 }], selector: { app: 'web' } },
  };
  const waiver = { rule: 'service-without-pods', name: 'web', reason: 'the pods come with the other team' };
  const unused = { rule: 'service-without-pods', name: 'api', reason: 'gone' };
  const { findings, waived, unusedWaivers, summary } = verify([service], { ignore: [waiver, unused] });
  expect(findings).toEqual([]);
  expect(waived).toEqual([
    { finding: expect.objectContaining({ rule: waiver.rule }), reason: waiver.reason },
  ]);
  expect(unusedWaivers).toEqual([unused]);
  expect(summary.findings.broken).toBe(0);
});
