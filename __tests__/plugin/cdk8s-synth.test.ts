import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryProject } from '../cli/temporary-project';

const CLI = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
const PLUGIN = dirname(require.resolve('../../lib/plugin'));
const TSX = require.resolve('tsx');

/** An app of two objects of one name: a Service, and a ConfigMap that is in order. */
function appOf({ App, selector }: { App: string; selector: object }): string {
  return `
    const { ApiObject, Chart } = require(${JSON.stringify(require.resolve('cdk8s'))});
    const { App } = require(${JSON.stringify(App)});
    const app = new App({ verify: false });
    const chart = new Chart(app, 'shop');
    const metadata = { name: 'web', namespace: 'shop' };
    new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
    new ApiObject(chart, 'front', {
      apiVersion: 'v1', kind: 'Service', metadata,
      spec: { ports: [{ port: 80 }], selector: ${JSON.stringify(selector)} },
    });
    app.synth();`;
}

const OURS = require.resolve('../../lib/synth/app');
const PLAIN = require.resolve('cdk8s');

interface Occurrence {
  readonly resourceName: string;
  readonly constructPath?: string;
  readonly locations: readonly string[];
}

/** Runs the real CLI in a project with the plugin. */
function synth(app: string, properties: object = {}) {
  const validation = { package: PLUGIN, version: '0.1.0', class: 'DrydockValidation', properties };
  const folder = temporaryProject({
    'app.js': app,
    'cdk8s.yaml': JSON.stringify({
      language: 'typescript',
      app: `node --import ${TSX} app.js`,
      output: 'dist',
      validations: [validation],
    }),
  });
  const args = ['--import', TSX, CLI, 'synth', '--check-upgrade', 'false'];
  const run = spawnSync(process.execPath, [...args, '--validation-reports-output-file', 'report.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { reports } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return { status: run.status, output: `${run.stdout}${run.stderr}`, report: reports[0] };
}

describe('cdk8s synth with the plugin', () => {
  it('passes where nothing fails', () => {
    const { status, output, report } = synth(appOf({ App: OURS, selector: {} }));
    expect(output).toContain('Validations ended succesfully');
    expect(status).toBe(0);
    expect(report.summary).toMatchObject({
      status: 'success',
      metadata: { objects: '2', 'Kubernetes version': '1.28', findings: '0' },
    });
  });

  it('fails with rule, place, fix, and the construct of the very object', () => {
    const { status, report } = synth(appOf({ App: OURS, selector: { app: 'nothing' } }));
    expect(status).toBe(2);
    expect(report.summary.status).toBe('failure');
    const [violation] = report.violations;
    expect(violation).toMatchObject({
      ruleName: 'service-without-pods',
      recommendation: expect.stringMatching(/^broken: /),
      fix: expect.stringContaining('labels'),
    });
    const [occurrence] = violation.violatingConstructs as Occurrence[];
    expect(occurrence).toMatchObject({ resourceName: 'Service shop/web', constructPath: 'shop/front' });
    expect(occurrence?.locations).toEqual([expect.stringMatching(/^\d+:\d+ spec\.selector matches/)]);
  });

  it('names no construct where the app keeps no index', () => {
    const { report } = synth(appOf({ App: PLAIN, selector: { app: 'nothing' } }));
    const [occurrence] = report.violations[0].violatingConstructs as Occurrence[];
    expect(occurrence?.constructPath).toBeUndefined();
  });

  it('judges as the properties say', () => {
    const external = [{ kind: 'Pod', metadata: { namespace: 'shop' } }];
    expect(synth(appOf({ App: OURS, selector: { app: 'nothing' } }), { external }).status).toBe(0);
    const waiver = { rule: 'service-without-pods', name: 'web', reason: 'the pods come later' };
    const waived = synth(appOf({ App: OURS, selector: { app: 'nothing' } }), { ignore: [waiver] });
    expect(waived.report.summary).toMatchObject({ status: 'success', metadata: { waived: '1' } });
  });

  it('says what is wrong with its properties, and fails', () => {
    const { status, report } = synth(appOf({ App: OURS, selector: {} }), {
      kubernetesVersion: 1.3,
      stirct: true,
    });
    expect(status).toBe(2);
    const said = report.violations.flatMap(
      (violation: { violatingConstructs: Occurrence[] }) => violation.violatingConstructs[0]?.locations,
    );
    expect(said).toEqual([
      expect.stringMatching(/^properties\.kubernetesVersion: must be one of 1\.28, .+, and is 1\.3$/),
      expect.stringMatching(
        /^properties\.stirct: is no property that there is; allowed: kubernetesVersion, /,
      ),
    ]);
  });
});
