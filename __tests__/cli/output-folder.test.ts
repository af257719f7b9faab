import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeBetween, documentsIn, folderState } from '../../lib/cli/output-folder';
import { temporaryProject } from './temporary-project';

describe('the output folder', () => {
  it('is empty where there is none', () => {
    expect(folderState(join(temporaryProject(), 'dist'))).toEqual(new Map());
  });

  it('is no file', () => {
    const folder = temporaryProject({ dist: '' });
    expect(() => folderState(join(folder, 'dist'))).toThrow(/dist is no folder; fix: /);
  });

  it('counts YAML files alone, in folders too', () => {
    const folder = temporaryProject({ 'a.k8s.yaml': '', 'b/c.yml': '', 'construct-metadata.json': '{}' });
    expect(folderState(folder).size).toBe(2);
  });

  it('tells written files, also those of the same content, from older ones', () => {
    const folder = temporaryProject({ 'old.yaml': 'a: 1', 'same.yaml': 'b: 1', 'gone.yaml': 'c: 1' });
    const before = folderState(folder);
    rmSync(join(folder, 'gone.yaml'));
    writeFileSync(join(folder, 'same.yaml'), 'b: 1');
    writeFileSync(join(folder, 'new.yaml'), 'd: 1\n---\ne: 1\n');
    expect(changeBetween(before, folderState(folder))).toEqual({ files: 2, objects: 3, older: 1 });
  });
});

describe('documents of a text', () => {
  it.each([
    [0, ''],
    [0, '---\n'],
    [0, '# a comment\n---\n'],
    [1, 'a: 1\n'],
    [1, '---\na: 1\n'],
    [2, 'a: 1\n---\nb: 1\n'],
    [2, 'a: 1\r\n---\r\nb: 1\r\n'],
    [2, '--- a\n--- b\n'],
    [1, 'a: |\n  ---\n  text\n'],
    [1, 'a: ----\n----: 1\n'],
  ])('are %i in %j', (count, text) => {
    expect(documentsIn(text)).toBe(count);
  });
});
