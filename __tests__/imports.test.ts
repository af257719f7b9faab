import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

let generated: string;

beforeAll(() => {
  generated = mkdtempSync(join(tmpdir(), 'imports-'));
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/import-crds.ts'), generated], {
    cwd: ROOT,
    stdio: 'pipe',
  });
}, 60_000);

afterAll(() => rmSync(generated, { recursive: true, force: true }));

test('imports/ is what cdk8s import makes of crds/, byte for byte', () => {
  expect(contentsOf(join(ROOT, 'imports'))).toEqual(contentsOf(generated));
});

test('every CRD has its module', () => {
  const modules = Object.keys(contentsOf(generated));
  const definitions = readdirSync(join(ROOT, 'crds')).map(file => file.replace(/\.yaml$/, '.ts'));
  expect(modules).toEqual(definitions);
});

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map(file => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
