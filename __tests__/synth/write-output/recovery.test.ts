import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoverOutput, writeOutput } from '../../../lib/synth/write-output';
import { hashOf } from '../../../lib/synth/write-output/file-list';
import { watchedDisk } from './faulty-disk';
import { makeTree, outputOf, temporaryFolder, tryTreeOf, withoutNotes } from './folder-tree';

const WEB = { 'web.k8s.yaml': 'kind: A\n' };
const DB = { 'db.k8s.yaml': 'kind: B\n', 'crds/one.yaml': 'kind: C\n' };

function newFolder(tree?: Record<string, string>): string {
  const folder = join(temporaryFolder(), 'dist');
  if (tree) makeTree(folder, tree);
  return folder;
}

describe('what is found after a process was killed', () => {
  const previous = (folder: string): string => join(folder, '..', '.dist.previous');

  it('is restored where the folder is gone, or was made anew and is empty', () => {
    for (const isMadeAnew of [false, true]) {
      const folder = newFolder();
      const whole = { ...WEB, '.drydock-files': `${hashOf('kind: A\n')}  web.k8s.yaml\n` };
      makeTree(previous(folder), whole);
      if (isMadeAnew) mkdirSync(folder);
      recoverOutput(folder);
      expect(tryTreeOf(folder)).toEqual(whole);
      expect(existsSync(previous(folder))).toBe(false);
    }
  });

  it('does not take the place of a whole folder', () => {
    const folder = newFolder();
    writeOutput(folder, outputOf(WEB));
    makeTree(previous(folder), { 'former.k8s.yaml': '' });
    writeFileSync(join(previous(folder), '.drydock-files'), `${hashOf('')}  former.k8s.yaml\n`);
    recoverOutput(folder);
    expect(withoutNotes(tryTreeOf(folder))).toEqual(WEB);
    expect(existsSync(previous(folder))).toBe(false);
  });

  it('is whole as long as it is called previous: nothing in it is deleted', () => {
    const folder = newFolder(WEB);
    const deleted: string[] = [];
    const disk = watchedDisk((step, args) => {
      if (/^delete/.test(step)) deleted.push(String(args[0]));
    });
    writeOutput(folder, outputOf(DB), { disk });
    writeOutput(folder, outputOf(WEB), { disk });
    expect(deleted.filter(path => path.includes('.dist.old'))).not.toEqual([]);
    expect(deleted.filter(path => path.includes('.dist.previous'))).toEqual([]);
  });

  it('is never what was being deleted', () => {
    const folder = newFolder();
    const old = join(folder, '..', '.dist.old');
    makeTree(old, WEB);
    recoverOutput(folder);
    expect([existsSync(folder), existsSync(old)]).toEqual([false, false]);
  });

  it('gives back what others wrote while the folder was replaced, the newer version of it', () => {
    const folder = newFolder({ 'same.md': 'new', 'linked.md': 'x' });
    makeTree(previous(folder), { 'README.md': 'ours', 'notes/a.txt': '1', 'same.md': 'old' });
    utimesSync(join(folder, 'same.md'), 1, 1);
    linkSync(join(folder, 'linked.md'), join(previous(folder), 'linked.md'));
    recoverOutput(folder);
    expect(withoutNotes(tryTreeOf(folder))).toEqual({
      'README.md': 'ours',
      'notes/a.txt': '1',
      'same.md': 'old',
      'linked.md': 'x',
    });
    makeTree(previous(folder), { 'same.md': 'older' });
    utimesSync(join(previous(folder), 'same.md'), 1, 1);
    rmSync(join(folder, 'same.md'));
    writeFileSync(join(folder, 'same.md'), 'newest');
    recoverOutput(folder);
    expect(readFileSync(join(folder, 'same.md'), 'utf8')).toBe('newest');
  });

  it('is nothing where nothing was left behind, and no folder is made', () => {
    const folder = newFolder();
    recoverOutput(folder);
    expect(existsSync(folder)).toBe(false);
  });
});
