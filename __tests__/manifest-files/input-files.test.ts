import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isManifestFile, readInput } from '../../lib/manifest-files';

const folder = mkdtempSync(join(tmpdir(), 'drydock-'));

beforeAll(() => {
  for (const path of [
    'app/b.yaml',
    'app/a.yml',
    'app/c.json',
    'app/deep/er/d.YAML',
    'app/README.md',
    'app/kustomization.yaml',
    'app/construct-metadata.json',
    'app/.hidden/e.yaml',
    'app/.f.yaml',
    'app/node_modules/g.yaml',
    'empty/README.md',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  mkdirSync(join(folder, 'links'));
  symlinkSync(join(folder, 'app/b.yaml'), join(folder, 'links/b.yaml'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'links/c.yaml'));
  symlinkSync(join(folder, 'links'), join(folder, 'links/loop'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(...paths: string[]) {
  const { files, unreadable } = readInput(paths, folder);
  return { names: files.map(({ name }) => name), unreadable };
}

describe('input', () => {
  it('is the YAML and JSON of a folder, in the order of paths, without what is no manifest', () => {
    expect(read('app')).toEqual({
      names: ['app/a.yml', 'app/b.yaml', 'app/c.json', 'app/deep/er/d.YAML'],
      unreadable: [],
    });
  });

  it('is a file that is named, whatever its name', () => {
    expect(read('app/README.md', 'app/.f.yaml').names).toEqual(['app/README.md', 'app/.f.yaml']);
  });

  it('bears its full path where it is elsewhere', () => {
    const path = join(folder, 'app/a.yml');
    expect(readInput([path], join(folder, 'empty')).files.map(({ name }) => name)).toEqual([path]);
  });

  it.each([
    ['nowhere', { file: 'nowhere', problem: 'does not exist' }],
    ['empty', { file: 'empty', problem: 'holds no YAML or JSON' }],
    ['app/a.yml/b', { file: 'app/a.yml/b', problem: expect.stringMatching(/^cannot be read \(ENOTDIR\)$/) }],
  ])('says what is wrong with %s, and reads the rest', (path, problem) => {
    expect(read(path, 'app/a.yml')).toEqual({
      names: ['app/a.yml'],
      unreadable: [expect.objectContaining(problem)],
    });
  });

  it('follows a link to a file, and says where one leads nowhere', () => {
    expect(read('links')).toEqual({
      names: ['links/b.yaml'],
      unreadable: [expect.objectContaining({ file: 'links/c.yaml', problem: 'does not exist' })],
    });
  });

  it('tells of every file that it reads', () => {
    const told: string[] = [];
    readInput(['app'], folder, file => told.push(file));
    expect(told).toHaveLength(4);
  });

  it('may come from a pipe', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const script = `
      const { readInput } = require(${JSON.stringify(join(__dirname, '../../lib/manifest-files/index.ts'))});
      process.stdout.write(readInput(['pipe'], process.cwd()).files[0].content);`;
    const shell = `printf 'a: 1' > pipe & exec "$0" --import "$1" --eval "$2"`;
    const out = execFileSync('sh', ['-c', shell, process.execPath, require.resolve('tsx'), script], {
      cwd: folder,
    });
    expect(out.toString()).toBe('a: 1');
  });

  it('has an end, even where a device has none', () => {
    expect(read('/dev/zero').unreadable).toEqual([
      expect.objectContaining({ file: '/dev/zero', problem: expect.stringMatching(/too large/) }),
    ]);
  });
});

describe('a file of manifests', () => {
  it.each(['a.yaml', 'a.yml', 'a/b/c.JSON', './a.yaml'])('is told by its name: %s', path => {
    expect(isManifestFile(path)).toBe(true);
  });

  it.each(['a.txt', 'a/kustomization.yaml', '.a.yaml', 'a/.b/c.yaml', 'node_modules/a.yaml', 'package.json'])(
    'is none by its name: %s',
    path => {
      expect(isManifestFile(path)).toBe(false);
    },
  );
});
