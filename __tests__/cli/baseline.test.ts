import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryProject } from './temporary-project';
import { GOOD, REFUSED, verifyIn, verifyRun } from './verify-run';

const OTHER = REFUSED.replace('99999', '99998').replace('name: Web', 'name: Api');

describe('a baseline', () => {
  it('accepts what stood when it was written, wherever it has moved, and reports what is new', async () => {
    const folder = temporaryProject({
      'a.yaml': REFUSED,
      'b.yaml': `${GOOD}---\n${REFUSED}`,
      'new.yaml': `${REFUSED}---\n${OTHER}`,
    });
    const first = await verifyIn(folder, 'a.yaml', '--write-baseline', 'baseline.json');
    expect(first).toMatchObject({
      exitCode: 0,
      written: expect.stringMatching(/no findings in 1 object; 3 in the baseline;/),
    });
    const moved = await verifyIn(folder, 'b.yaml', '--baseline', 'baseline.json');
    expect(moved.exitCode).toBe(0);
    const { exitCode, written } = await verifyIn(folder, 'new.yaml', '--baseline', 'baseline.json');
    expect(exitCode).toBe(1);
    expect(written).toMatch(/^Service shop\/Api /);
    expect(written).not.toMatch(/^Service shop\/Web /m);
    expect(written).toMatch(/3 findings in 2 objects: 3 rejected; 3 in the baseline;/);
  });

  it('accepts as many of a kind as there were', async () => {
    const ports = (...numbers: number[]) =>
      `${REFUSED.slice(0, REFUSED.indexOf('    - port'))}${numbers.map(port => `    - {name: a${port}, port: ${port}}\n`).join('')}`;
    const folder = temporaryProject({ 'one.yaml': ports(99999), 'two.yaml': ports(99998, 99999) });
    await verifyIn(folder, 'one.yaml', '--write-baseline', 'baseline.json');
    const { written } = await verifyIn(folder, 'two.yaml', '--baseline', 'baseline.json');
    expect(written).toMatch(/2 findings in 1 object: 2 rejected; 3 in the baseline;/);
  });

  it('says what of it is gone', async () => {
    const folder = temporaryProject({ 'a.yaml': REFUSED, 'good.yaml': GOOD });
    await verifyIn(folder, 'a.yaml', '--write-baseline', 'baseline.json');
    const { exitCode, written } = await verifyIn(folder, 'good.yaml', '--baseline', 'baseline.json');
    expect(exitCode).toBe(0);
    expect(written).toMatch(
      /^3 findings of the baseline are gone; fix: write it again with --write-baseline\n/,
    );
  });

  it('is the same file each time, and holds no value', async () => {
    const { folder } = await verifyRun(
      { 'a.yaml': `${OTHER}---\n${REFUSED}` },
      'a.yaml',
      '--write-baseline',
      'b.json',
    );
    const text = readFileSync(join(folder, 'b.json'), 'utf8');
    await verifyIn(folder, 'a.yaml', '--baseline', 'b.json', '--write-baseline', 'b.json');
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe(text);
    expect(text).not.toContain('9999');
    expect(JSON.parse(text)).toContainEqual({
      rule: 'api',
      kind: 'Service',
      namespace: 'shop',
      name: 'Web',
      path: 'spec.ports[].port',
      count: 1,
    });
  });

  it.each([
    ['missing.json', /missing\.json: there is no baseline; fix: write it with --write-baseline/],
    ['text.json', /text\.json: is no baseline; fix: write it again/],
    ['rows.json', /rows\.json: is no baseline/],
  ])('%s is refused', async (file, message) => {
    const files = { 'a.yaml': GOOD, 'text.json': 'no json', 'rows.json': '[{"rule":"api"}]' };
    const { exitCode, complained } = await verifyRun(files, 'a.yaml', '--baseline', file);
    expect(exitCode).toBe(2);
    expect(complained).toMatch(message);
  });

  it('that cannot be written is said', async () => {
    const { exitCode, complained } = await verifyRun(
      { 'a.yaml': GOOD },
      'a.yaml',
      '--write-baseline',
      'no/b.json',
    );
    expect({ exitCode, complained }).toEqual({
      exitCode: 2,
      complained: 'drydock: no/b.json: cannot be written (ENOENT); fix: name a file that you may write\n',
    });
  });
});
