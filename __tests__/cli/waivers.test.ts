import { applyWaivers, type Waiver } from '../../lib/cli/waivers';
import type { Finding, Level } from '../../lib/verify';
import { REFUSED, RISKY, verifyRun } from './verify-run';

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

describe('the waivers of drydock.yaml', () => {
  it('take findings out of the report, and of what fails', async () => {
    const config =
      'ignore:\n  - rule: merge-order\n    kind: ConfigMap\n    name: risky\n    reason: generated\n';
    const files = { 'a.yaml': RISKY, 'drydock.yaml': config };
    expect(await verifyRun(files, '.', '--strict')).toMatchObject({
      exitCode: 0,
      written: 'no findings in 1 object; 1 waived; Kubernetes 1.28\n',
    });
    const { written } = await verifyRun(files, '.', '--format', 'json');
    expect(JSON.parse(written).waived).toEqual([
      expect.objectContaining({ rule: 'merge-order', reason: 'generated', line: 6 }),
    ]);
  });

  it('are named where nothing fits them', async () => {
    const config = 'ignore: [{ rule: r, kind: Pod, namespace: a, name: b, reason: c }]\n';
    const { exitCode, written } = await verifyRun({ 'a.yaml': RISKY, 'drydock.yaml': config }, 'a.yaml');
    expect(exitCode).toBe(0);
    expect(written).toMatch(/^nothing fits the waiver of r on Pod a\/b; fix: drop it$/m);
  });

  it('are named where they would waive what the API server refuses', async () => {
    const config = 'ignore: [{ rule: api, reason: c }]\n';
    const { exitCode, written } = await verifyRun({ 'a.yaml': REFUSED, 'drydock.yaml': config }, 'a.yaml');
    expect(exitCode).toBe(1);
    expect(written).toMatch(/^what the API server refuses cannot be waived: api; fix: /m);
  });
});
