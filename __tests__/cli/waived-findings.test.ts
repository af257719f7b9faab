import { REFUSED, RISKY, verifyRun } from './verify-run';

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
