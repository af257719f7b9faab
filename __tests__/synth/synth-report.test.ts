import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { tryReadAppReport } from '../../lib/cli/app-report';
import { App } from '../../lib/synth/app';
import { constructIndexFile } from '../../lib/synth/construct-index';

const folder = mkdtempSync(join(tmpdir(), 'drydock-report-'));
const VARIABLES = ['DRYDOCK_REPORT', 'DRYDOCK_OUTPUT', 'CDK8S_OUTDIR'] as const;
const before = VARIABLES.map(name => process.env[name]);
afterEach(() => {
  for (const [at, name] of VARIABLES.entries()) {
    if (before[at] === undefined) delete process.env[name];
    else process.env[name] = before[at];
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function synth(name: string, outdir?: string): void {
  const app = new App({ outdir });
  new ApiObject(new Chart(app, 'chart'), 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  app.synth();
}

it('says what each synth of a process came to, as drydock synth reads it', () => {
  const report = join(folder, 'report');
  process.env.DRYDOCK_REPORT = report;
  const outdir = join(folder, 'out');
  synth('a', outdir);
  expect(tryReadAppReport(report)).toEqual({
    objects: 1,
    findings: { rejected: 0, broken: 0, risky: 0 },
    folders: [outdir],
    isRefused: false,
  });
  expect(() => synth('No', outdir)).toThrow();
  expect(tryReadAppReport(report)).toMatchObject({ objects: 2, findings: { rejected: 1 }, isRefused: true });
  rmSync(dirname(constructIndexFile(outdir)), { recursive: true });
});

it('does not fail a synth where the report cannot be written', () => {
  process.env.DRYDOCK_REPORT = join(folder, 'gone', 'report');
  expect(() => synth('a', join(folder, 'out'))).not.toThrow();
});

it('keeps the index for the folder that drydock synth says, and none where the output is printed', () => {
  process.env.CDK8S_OUTDIR = join(folder, 'staged');
  process.env.DRYDOCK_OUTPUT = join(folder, 'dist');
  const index = (of: string) => dirname(constructIndexFile(join(folder, of)));
  synth('a');
  expect(readFileSync(constructIndexFile(join(folder, 'dist')), 'utf8')).toContain('chart/a');
  expect(existsSync(index('staged'))).toBe(false);
  rmSync(index('dist'), { recursive: true });
  process.env.DRYDOCK_OUTPUT = '';
  synth('a');
  expect([index('dist'), index('staged')].filter(existsSync)).toEqual([]);
});
