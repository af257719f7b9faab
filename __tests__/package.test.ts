import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as description from '../package.json';
import { projectFiles, ROOT } from './architecture/project';
import { packageOf, parseTree } from './architecture/source-tree';

/** The source that a compiled file is made from. */
function sourceOf(compiled: string): string {
  return compiled.replace(/^(\.\/)?build\//, '').replace(/(\.d\.ts|\.js)$/, '.ts');
}

function installed(name: string): { version: string } {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
}

describe('the package', () => {
  const { bin, dependencies, devDependencies, peerDependencies, ...facts } = description;
  const entries = Object.values(facts.exports).flatMap(entry =>
    typeof entry === 'string' ? entry : Object.values(entry),
  );

  it.each([...entries, facts.main, facts.types, ...Object.values(bin)])(
    'is made of sources that exist: %s',
    path => {
      expect(existsSync(join(ROOT, sourceOf(path)))).toBe(true);
    },
  );

  it('starts its program with Node', () => {
    const program = readFileSync(join(ROOT, sourceOf(bin.drydock)), 'utf8');
    expect(program).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('is free software for Node 20 and CommonJS', () => {
    expect(facts).toMatchObject({ license: 'Apache-2.0', engines: { node: '>=20' }, type: 'commonjs' });
    expect(readFileSync(join(ROOT, 'LICENSE'), 'utf8')).toMatch(/Apache License\s+Version 2\.0/);
  });

  it('is developed on exact versions', () => {
    const loose = Object.entries(devDependencies).filter(
      ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it.each(Object.entries(peerDependencies))('is developed on the %s that it asks for: %s', (name, range) => {
    const developed: string | undefined = new Map(Object.entries(devDependencies)).get(name);
    expect(range).toMatch(/^\^\d+\.\d+\.0$/);
    const [asked, used] = [range.slice(1), developed ?? ''].map(version => version.split('.').map(Number));
    expect(used?.[0]).toBe(asked?.[0]);
    expect(used?.[1]).toBeGreaterThanOrEqual(asked?.[1] ?? Number.NaN);
    expect(installed(name).version).toBe(developed);
  });

  it('says of every dependency why it is there', () => {
    const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');
    const told = [...page.matchAll(/^\| `(.+?)` +\| .+ \|$/gm)].map(match => match[1]);
    const declared = [dependencies, peerDependencies, devDependencies].flatMap(Object.keys);
    expect(told.sort()).toEqual([...new Set(declared)].sort());
  });

  it('imports nothing but what its users get with it', () => {
    const ours = [...Object.keys(dependencies), ...Object.keys(peerDependencies), facts.name];
    const strangers = parseTree(projectFiles('lib', 'imports')).flatMap(file =>
      file.references.flatMap(reference => {
        const name = packageOf(reference);
        const known = name === undefined || ours.includes(name) || isBuiltIn(reference.specifier);
        return known ? [] : [`${file.path} imports ${name}`];
      }),
    );
    expect(strangers).toEqual([]);
  });

  it('holds compiled code and what a reader needs, nothing else', () => {
    const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts'));
    const paths: string[] = packed.files.map((file: { path: string }) => file.path);
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(
      paths.filter(
        path =>
          !/^(build\/(lib|imports)\/.+\.(js|json|d\.ts)|build\/lib\/packed\/ahead\/.+\.bin|LICENSE|README\.md|package\.json)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
  }, 30_000);
});

describe('the shop', () => {
  it('is the same bytes from run to run', () => {
    const [first, second] = [synthesized(), synthesized()];
    expect(Object.keys(first)).not.toEqual([]);
    expect(second).toEqual(first);
  }, 60_000);
});

function isBuiltIn(specifier: string | undefined): boolean {
  return specifier?.startsWith('node:') ?? false;
}

function npm(...args: string[]): string {
  return execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** What main.ts writes, by file name. */
function synthesized(): Record<string, string> {
  const output = mkdtempSync(join(tmpdir(), 'drydock-shop-'));
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: ROOT,
      env: { ...process.env, CDK8S_OUTDIR: output },
    });
    const names = readdirSync(output).sort();
    return Object.fromEntries(names.map(name => [name, readFileSync(join(output, name), 'utf8')]));
  } finally {
    rmSync(output, { recursive: true });
  }
}
