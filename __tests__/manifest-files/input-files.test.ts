import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isManifestFile, readInput } from '../../lib/manifest-files';
import { readBytes } from '../../lib/manifest-files/read-bytes';

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

  it.each([4, 65_536, 300_000])('may come from a pipe: %d bytes', size => {
    const pipe = join(folder, `pipe-${size}`);
    execFileSync('mkfifo', [pipe]);
    const script = `
      const { readInput } = require(${JSON.stringify(join(__dirname, '../../lib/manifest-files/index.ts'))});
      process.stdout.write(readInput(['pipe-${size}'], process.cwd()).files[0].content);`;
    const shell = `head -c ${size} /dev/zero | tr '\\0' a > pipe-${size} & exec "$0" --import "$1" --eval "$2"`;
    const out = execFileSync('sh', ['-c', shell, process.execPath, require.resolve('tsx'), script], {
      cwd: folder,
    });
    expect(out.toString()).toBe('a'.repeat(size));
  });

  it('is read whole, whatever its size, and apart from what is read after it', () => {
    const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000, 2_000_000];
    const texts = sizes.map((size, at) => String(at).repeat(size));
    mkdirSync(join(folder, 'sizes'));
    for (const [at, text] of texts.entries()) writeFileSync(join(folder, `sizes/${at}.yaml`), text);
    const { files } = readInput(['sizes'], folder);
    expect(files.map(({ content }) => content === texts[Number(content[0] ?? 0)])).toEqual(
      sizes.map(() => true),
    );
    expect(files.map(({ content }) => content.length)).toEqual(sizes);
  });

  it.each([10, 65_536, 300_000])(
    'is read where as many bytes may be, and not where it is one less: %d',
    size => {
      const path = join(folder, 'limited');
      writeFileSync(path, 'a'.repeat(size));
      expect(readBytes(path, 'limited', size)).toEqual({ bytes: expect.objectContaining({ length: size }) });
      expect(readBytes(path, 'limited', size - 1)).toEqual(expect.objectContaining({ file: 'limited' }));
    },
  );

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
