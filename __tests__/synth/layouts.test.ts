import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { App } from '../../lib/synth/app';
import type { Layout } from '../../lib/synth/layouts/output-layout';
import { filesIn, type Output } from './output-of';

type Division = Layout | YamlOutputType;

interface ObjectProps {
  readonly kind: string;
  readonly apiVersion?: string;
  readonly name: string;
  readonly namespace?: string;
}

function add(chart: Chart, { kind, apiVersion = 'v1', name, namespace }: ObjectProps): ApiObject {
  const id = [kind, apiVersion, name, namespace].join('-');
  return new ApiObject(chart, id, { apiVersion, kind, metadata: { name, namespace } });
}

/** What an app writes with a division. */
function written(division: Division, build: (app: App) => void, props: { metadata?: boolean } = {}): Output {
  const outdir = mkdtempSync(join(tmpdir(), 'drydock-layout-'));
  try {
    const given = typeof division === 'string' ? { layout: division } : { yamlOutputType: division };
    const common = { outdir, verify: false as const, constructIndex: false };
    const app = new App({ ...common, ...given, recordConstructMetadata: props.metadata });
    build(app);
    app.synth();
    return filesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What a kustomization.yaml lists. */
function listed(output: Output, folder = ''): string[] {
  return parseAllDocuments(output[`${folder}kustomization.yaml`] ?? '')[0]?.toJS().resources;
}

const { FILE_PER_RESOURCE, FILE_PER_CHART, FOLDER_PER_CHART_FILE_PER_RESOURCE } = YamlOutputType;

describe('files of objects', () => {
  it('say the namespace where one would overwrite the other, which it does in cdk8s', () => {
    const output = written(FILE_PER_RESOURCE, app => {
      const chart = new Chart(app, 'chart');
      add(chart, { kind: 'ConfigMap', name: 'a', namespace: 'one' });
      add(chart, { kind: 'ConfigMap', name: 'a', namespace: 'two' });
      add(chart, { kind: 'ConfigMap', name: 'b', namespace: 'two' });
    });
    expect(Object.keys(output)).toEqual([
      'ConfigMap.b.k8s.yaml',
      'ConfigMap.one.a.k8s.yaml',
      'ConfigMap.two.a.k8s.yaml',
    ]);
  });

  it('say the group, or are numbered, where that does not tell them apart', () => {
    const output = written(FILE_PER_RESOURCE, app => {
      const chart = new Chart(app, 'chart');
      add(chart, { kind: 'Ingress', apiVersion: 'networking.k8s.io/v1', name: 'a' });
      add(chart, { kind: 'Ingress', apiVersion: 'shop.example/v1', name: 'a' });
      add(chart, { kind: 'Ingress', apiVersion: 'shop.example/v2', name: 'a' });
    });
    expect(Object.keys(output)).toEqual([
      'Ingress.networking.k8s.io.a.k8s.yaml',
      'Ingress.shop.example.a.2.k8s.yaml',
      'Ingress.shop.example.a.k8s.yaml',
    ]);
  });

  it.each([
    [FILE_PER_RESOURCE, ''],
    [FOLDER_PER_CHART_FILE_PER_RESOURCE, 'chart/'],
  ])('are numbered where their names would bring one before what it depends on: %s', (division, folder) => {
    const build = (name: string) => (app: App) => {
      const chart = new Chart(app, 'chart');
      const namespace = add(chart, { kind: 'Namespace', name: 'shop' });
      add(chart, { kind: 'Deployment', apiVersion: 'apps/v1', name: 'web' });
      if (name === 'chart') chart.addDependency(namespace);
    };
    expect(Object.keys(written(division, build('chart')))).toEqual([
      `${folder}0000-Namespace.shop.k8s.yaml`,
      `${folder}0001-Deployment.web.k8s.yaml`,
    ]);
    expect(Object.keys(written(division, build('none')))).toEqual([
      `${folder}Deployment.web.k8s.yaml`,
      `${folder}Namespace.shop.k8s.yaml`,
    ]);
  });
});

it('charts whose names cdk8s makes equal have a file each', () => {
  const output = written(FILE_PER_CHART, app => {
    const outer = new Construct(app, 'shop');
    add(new Chart(outer, 'web'), { kind: 'ConfigMap', name: 'one' });
    add(new Chart(new Construct(outer, 'Default'), 'web'), { kind: 'ConfigMap', name: 'two' });
  });
  expect(Object.keys(output)).toEqual(['shop-web-c80b2a96.2.k8s.yaml', 'shop-web-c80b2a96.k8s.yaml']);
});

describe('the layouts', () => {
  const build = (app: App) => {
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    add(shop, {
      kind: 'ValidatingWebhookConfiguration',
      apiVersion: 'admissionregistration.k8s.io/v1',
      name: 'gate',
    });
    add(shop, { kind: 'Widget', apiVersion: 'shop.example/v1', name: 'w' });
    add(shop, { kind: 'Deployment', apiVersion: 'apps/v1', name: 'web' });
    const service = add(shop, { kind: 'Service', name: 'web' });
    const late = add(shop, { kind: 'ConfigMap', name: 'late' });
    late.addDependency(service);
    const other = new Chart(app, 'other', { namespace: 'other' });
    add(other, { kind: 'ServiceAccount', name: 'runner' });
    add(other, { kind: 'Namespace', name: 'shop' });
    add(other, { kind: 'ConfigMap', name: 'early' });
  };
  const ORDER = [
    'Namespace.shop',
    'ServiceAccount.runner',
    'ConfigMap.early',
    'Service.web',
    'ConfigMap.late',
    'Deployment.web',
    'Widget.w',
    'ValidatingWebhookConfiguration.gate',
  ].map(name => `${name}.k8s.yaml`);

  it('list objects by kind, and never before what they depend on', () => {
    const output = written('kustomize', build);
    expect(listed(output)).toEqual(ORDER);
    expect(Object.keys(output)).toEqual([...ORDER, 'kustomization.yaml'].sort());
  });

  it('make a folder of each namespace, with a list each and one of all', () => {
    const output = written('gitops', build);
    const folders = new Map([
      ['Namespace.shop.k8s.yaml', '_cluster'],
      ['ValidatingWebhookConfiguration.gate.k8s.yaml', '_cluster'],
      ['ServiceAccount.runner.k8s.yaml', 'other'],
      ['ConfigMap.early.k8s.yaml', 'other'],
    ]);
    expect(listed(output)).toEqual(ORDER.map(name => `${folders.get(name) ?? 'shop'}/${name}`));
    expect(listed(output, '_cluster/')).toEqual([ORDER[0], ORDER[7]]);
  });

  it('make a folder of each chart', () => {
    const output = written('gitops-by-chart', build);
    expect(listed(output, 'other/')).toEqual(ORDER.slice(0, 3));
  });

  it('have a place for what names no namespace', () => {
    const output = written('gitops', app => add(new Chart(app, 'chart'), { kind: 'ConfigMap', name: 'a' }));
    expect(listed(output)).toEqual(['_any-namespace/ConfigMap.a.k8s.yaml']);
  });

  it('are the same on every run', () => {
    for (const layout of ['kustomize', 'gitops', 'gitops-by-chart'] as const)
      expect(written(layout, build)).toEqual(written(layout, build));
  });

  it.each<[Division, string]>([
    ['kustomize', 'construct-metadata.map'],
    ['gitops', 'construct-metadata.map'],
    [FILE_PER_CHART, 'construct-metadata.json'],
  ])('keep the paths of constructs where kubectl does not look: %s', (division, name) => {
    const output = written(division, build, { metadata: true });
    const files = Object.keys(output).filter(path => path.startsWith('construct-metadata'));
    expect(files).toEqual([name]);
    expect(JSON.parse(output[name] ?? '').resources.runner).toEqual({
      path: 'other/ServiceAccount-v1-runner-',
    });
  });

  it('are refused where there is no such layout, or cdk8s is asked too', () => {
    expect(() => written('helm' as Layout, build)).toThrow(/^layout is "helm"; allowed: .*kustomize/);
    const both = { layout: 'gitops', yamlOutputType: FILE_PER_CHART } as object;
    expect(() => new App(both)).toThrow(/^layout and yamlOutputType/);
  });

  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
  (hasKubectl ? it : it.skip)('are what kubectl kustomize builds, in this order', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'drydock-layout-'));
    const app = new App({ outdir, verify: false, constructIndex: false, layout: 'gitops' });
    build(app);
    app.synth();
    const { stdout, stderr } = spawnSync('kubectl', ['kustomize', outdir], { encoding: 'utf8' });
    rmSync(outdir, { recursive: true });
    const built = parseAllDocuments(stdout).map(document => document.toJS());
    expect(stderr).toBe('');
    expect(built.map(({ kind, metadata }) => `${kind}.${metadata.name}.k8s.yaml`)).toEqual(ORDER);
  });
});
