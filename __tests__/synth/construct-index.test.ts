import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { App } from '../../lib/synth/app';
import { ConstructIndex, constructIndexFile } from '../../lib/synth/construct-index';
import { Testing } from '../../lib/synth/testing';
import { filesIn } from './output-of';

const outdir = mkdtempSync(join(tmpdir(), 'drydock-index-'));
const file = constructIndexFile(outdir);
afterAll(() => {
  for (const folder of [outdir, dirname(file)]) rmSync(folder, { recursive: true, force: true });
});

function synth(): ConstructIndex {
  const app = new App({ outdir });
  const chart = new Chart(app, 'chart with a space', { namespace: 'shop' });
  const add = (kind: string, namespace?: string) =>
    new ApiObject(chart, `${kind}${namespace}`, {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'web', namespace },
    });
  add('ConfigMap');
  add('ConfigMap', 'other');
  add('Namespace');
  app.synth();
  return ConstructIndex.tryParse(readFileSync(file, 'utf8')) as ConstructIndex;
}

describe('the index of constructs', () => {
  it('tells objects apart by kind, namespace and name', () => {
    const index = synth();
    const pathOf = (kind: string, namespace?: string, name = 'web') =>
      index.tryPath({ apiVersion: 'v1', kind, namespace, name });
    expect(pathOf('ConfigMap', 'shop')).toBe('chart with a space/ConfigMapundefined');
    expect(pathOf('ConfigMap', 'other')).toBe('chart with a space/ConfigMapother');
    expect(pathOf('Namespace')).toBe('chart with a space/Namespaceundefined');
    expect(pathOf('Namespace', 'shop')).toBeUndefined();
    expect(pathOf('ConfigMap', 'shop', 'toString')).toBeUndefined();
  });

  it('knows files that are as they were written', () => {
    const index = synth();
    const [[path, content] = ['', '']] = Object.entries(filesIn(outdir));
    expect(index.describes(path, content)).toBe(true);
    expect(index.describes(path, Buffer.from(content))).toBe(true);
    expect(index.describes(path, `${content}\n`)).toBe(false);
    expect(index.describes('other.yaml', content)).toBe(false);
  });

  it('is in the cache beside the packages, one for each output', () => {
    expect(relative(process.cwd(), file)).toMatch(
      /^node_modules\/\.cache\/cdk8s-drydock\/[\w-]+\/construct-index\.txt$/,
    );
    expect(constructIndexFile('dist')).toBe(constructIndexFile(join(process.cwd(), 'dist')));
    expect(constructIndexFile('dist')).not.toBe(file);
  });

  it('is not kept for tests', () => {
    const app = Testing.app();
    app.synth();
    expect(existsSync(dirname(constructIndexFile(app.outdir)))).toBe(false);
  });

  it('is none where the file is something else', () => {
    for (const text of ['', 'cdk8s-drydock construct index 0\n\n\n\n', '{}'])
      expect(ConstructIndex.tryParse(text)).toBeUndefined();
  });
});
