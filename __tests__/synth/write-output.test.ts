import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OutputError, writeOutput } from '../../lib/synth/write-output';
import { hashOf } from '../../lib/synth/write-output/file-list';
import { diskWithoutMoves } from './write-output/faulty-disk';
import { makeTree, outputOf, temporaryFolder, tryTreeOf, withoutNotes } from './write-output/folder-tree';

const WEB = { 'web.k8s.yaml': 'kind: A\n' };
const DB = { 'db.k8s.yaml': 'kind: B\n', 'crds/one.yaml': 'kind: C\n' };

function newFolder(tree: Record<string, string> = {}): string {
  const folder = join(temporaryFolder(), 'dist');
  if (Object.keys(tree).length > 0) makeTree(folder, tree);
  return folder;
}

/** The folder by folder way, which a mount point takes. */
const inPlace = (folder: string) => ({ disk: diskWithoutMoves('EBUSY', folder) });

describe('an output', () => {
  it('is written into a folder that is made, those above it too', () => {
    const folder = join(temporaryFolder(), 'a', 'b', 'dist');
    writeOutput(folder, outputOf(DB));
    expect(withoutNotes(tryTreeOf(folder))).toEqual(DB);
  });

  it('may hold bytes', () => {
    const folder = newFolder();
    writeOutput(folder, [{ path: 'logo.png', content: Uint8Array.of(0, 255, 1) }]);
    expect([...readFileSync(join(folder, 'logo.png'))]).toEqual([0, 255, 1]);
  });

  it('may be empty', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf(WEB));
    writeOutput(folder, []);
    expect(tryTreeOf(folder)).toEqual({ '.drydock-files': '' });
  });

  it('is listed in its folder as sha256sum does, sorted', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf({ ...WEB, ...DB }));
    expect(readFileSync(join(folder, '.drydock-files'), 'utf8')).toBe(
      `${hashOf('kind: C\n')}  crds/one.yaml\n${hashOf('kind: B\n')}  db.k8s.yaml\n${hashOf('kind: A\n')}  web.k8s.yaml\n`,
    );
  });

  it('leaves nothing beside its folder', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf(WEB));
    writeOutput(folder, outputOf(DB));
    expect(Object.keys(tryTreeOf(join(folder, '..')) ?? {}).filter(path => !path.startsWith('dist'))).toEqual(
      [],
    );
  });

  it('keeps the permissions of its folder', () => {
    const folder = newFolder(WEB);
    chmodSync(folder, 0o700);
    writeOutput(folder, outputOf(DB));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('goes where a link leads, which stays a link', () => {
    const folder = newFolder({ 'README.md': 'ours' });
    const link = join(folder, '..', 'link');
    symlinkSync('dist', link);
    writeOutput(link, outputOf(WEB));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(withoutNotes(tryTreeOf(folder))).toEqual({ ...WEB, 'README.md': 'ours' });
  });

  it('goes where a link leads to nothing yet', () => {
    const folder = newFolder();
    symlinkSync('dist', join(folder, '..', 'link'));
    writeOutput(join(folder, '..', 'link'), outputOf(WEB));
    expect(withoutNotes(tryTreeOf(folder))).toEqual(WEB);
  });

  it.each<[string, string, string[]]>([
    ['leads out', 'must be relative', ['../a.yaml']],
    ['is absolute', 'must be relative', ['/a.yaml']],
    ['has an empty part', 'must be relative', ['a//b.yaml']],
    ['has a backslash', 'a character that a path may not have', ['a\\b.yaml']],
    ["is Drydock's own", 'is kept for Drydock itself', ['.drydock-files']],
    ['is there twice', 'is there twice', ['a.yaml', 'a.yaml']],
    ['is a folder as well', 'is a file and a folder at once', ['a', 'a/b.yaml']],
  ])('has no path that %s', (_, problem, paths) => {
    const folder = newFolder();
    const files = paths.map(path => ({ path, content: '' }));
    expect(() => writeOutput(folder, files)).toThrow(problem);
    expect(existsSync(folder)).toBe(false);
  });

  it('is not written where a file is', () => {
    const folder = newFolder();
    writeFileSync(folder, '');
    expect(() => writeOutput(folder, outputOf(WEB))).toThrow(/dist: is no folder; fix: delete the file/);
    expect(() => writeOutput(folder, outputOf(WEB))).toThrow(OutputError);
  });
});

describe.each([
  ['replaced as a whole', () => ({})],
  ['replaced file by file', inPlace],
])('an output that is %s', (_, options) => {
  it('loses the files that it has no longer, and the folders of those', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf(DB));
    writeOutput(folder, outputOf(WEB), options(folder));
    expect(tryTreeOf(folder)).toEqual({ ...WEB, '.drydock-files': expect.any(String) });
  });

  it('keeps the older files that it is told to, and lists them still', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf({ ...DB, ...WEB }));
    writeOutput(folder, outputOf(WEB), { ...options(folder), keep: ['db.k8s.yaml'] });
    expect(withoutNotes(tryTreeOf(folder))).toEqual({ ...WEB, 'db.k8s.yaml': DB['db.k8s.yaml'] });
    writeOutput(folder, outputOf(WEB), options(folder));
    expect(withoutNotes(tryTreeOf(folder))).toEqual(WEB);
  });

  it('may have a file where a folder was, and the other way round', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf({ a: '1', 'b/c': '2' }));
    writeOutput(folder, outputOf({ 'a/d': '3', b: '4' }), options(folder));
    expect(withoutNotes(tryTreeOf(folder))).toEqual({ 'a/d': '3', b: '4' });
  });

  it('keeps what others have there: files, links, and folders with nothing in them', () => {
    const foreign = {
      'README.md': 'ours',
      '.gitkeep': '',
      empty: '/',
      'deep/er/note.txt': '1',
      link: '-> nowhere',
    };
    const folder = newFolder(foreign);
    writeOutput(folder, outputOf(DB), options(folder));
    writeOutput(folder, outputOf({ ...WEB, 'deep/web.yaml': 'kind: D\n' }), options(folder));
    expect(tryTreeOf(folder)).toEqual({
      ...foreign,
      ...WEB,
      deep: '/',
      'deep/er': '/',
      'deep/web.yaml': 'kind: D\n',
      '.drydock-files': expect.any(String),
    });
  });

  it('keeps more of others than it would carry over', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`modules/${n}.js`, `${n}`]));
    const folder = newFolder(many);
    writeOutput(folder, outputOf(WEB), options(folder));
    expect(withoutNotes(tryTreeOf(folder))).toEqual({ ...many, ...WEB });
  });

  it('keeps an older file that somebody changed, and takes it for theirs', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf({ ...WEB, ...DB }));
    writeFileSync(join(folder, 'db.k8s.yaml'), 'kind: Mine\n');
    writeOutput(folder, outputOf(WEB), options(folder));
    expect(withoutNotes(tryTreeOf(folder))).toEqual({ ...WEB, 'db.k8s.yaml': 'kind: Mine\n' });
  });

  it('replaces a file that cdk8s wrote, or that was changed by hand', () => {
    const folder = newFolder({ 'web.k8s.yaml': 'kind: Old\n' });
    writeOutput(folder, outputOf(WEB), options(folder));
    writeFileSync(join(folder, 'web.k8s.yaml'), 'kind: Mine\n');
    writeOutput(folder, outputOf(WEB), options(folder));
    expect(withoutNotes(tryTreeOf(folder))).toEqual(WEB);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a kustomization written by hand', { 'kustomization.yaml': 'mine' }, { 'kustomization.yaml': 'new' }],
    ['a folder with a file of others', { 'web/note.txt': 'mine' }, { web: 'new' }],
    ['a file where it has a folder', { web: 'mine' }, { 'web/a.yaml': 'new' }],
  ])('is refused where it would replace %s', (_, there, output) => {
    const folder = newFolder(there);
    expect(() => writeOutput(folder, outputOf(output), options(folder))).toThrow(OutputError);
    expect(() => writeOutput(folder, outputOf(output), options(folder))).toThrow(/; fix: move it away/);
    expect(withoutNotes(tryTreeOf(folder))).toEqual(there);
  });

  it('is refused where it would replace a file that came after the output before', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf(WEB));
    writeFileSync(join(folder, 'patch.yaml'), 'mine');
    const output = outputOf({ ...WEB, 'patch.yaml': 'new' });
    expect(() => writeOutput(folder, output, options(folder))).toThrow(
      /patch\.yaml was not written by Drydock/,
    );
    expect(readFileSync(join(folder, 'patch.yaml'), 'utf8')).toBe('mine');
  });
});

describe('a folder with much of others', () => {
  it.each([
    [255, 'as a whole', false],
    [300, 'file by file', true],
  ])('of %i files is replaced %s', (count, _, isSame) => {
    const folder = newFolder(
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.js`, `${n}`])),
    );
    const { ino } = statSync(folder);
    writeOutput(folder, outputOf(WEB));
    expect(statSync(folder).ino === ino).toBe(isSame);
  });
});

describe('the folder that a process works in', () => {
  it('is replaced file by file, since it would be gone for the process', () => {
    const folder = newFolder();
    const { ino } = statSync('.');
    mkdirSync(folder);
    const before = process.cwd();
    process.chdir(folder);
    try {
      writeOutput('.', outputOf(WEB));
      expect(statSync('.').ino).toBe(statSync(folder).ino);
      expect(statSync('.').ino).not.toBe(ino);
    } finally {
      process.chdir(before);
    }
    expect(withoutNotes(tryTreeOf(folder))).toEqual(WEB);
  });
});
