import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from './import-directions';
import { ROOT } from './project';

const PAGE = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');

/** The folders that the maps of the page name, sorted. */
function mapped(place: RegExp): string[] {
  const names = [...PAGE.matchAll(/^(\S+)\/ {2,}\S/gm)].map(match => match[1] ?? '');
  return names.filter(name => place.test(name)).sort();
}

describe('docs/architecture.md', () => {
  it('maps the folders of the project', () => {
    const ignored = ['.git', 'node_modules'];
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !ignored.includes(entry.name) && !isIgnored(entry.name))
      .map(entry => entry.name);
    expect(mapped(/^[^/]+$/)).toEqual(folders.sort());
  });

  it('maps the folders of the library', () => {
    const folders = readdirSync(join(ROOT, 'lib'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `lib/${entry.name}`);
    expect(mapped(/^lib\//)).toEqual(folders.sort());
  });

  it('says of every folder that the test knows who may import it', () => {
    const directions = /## Who may import whom([\s\S]+?)\n## /.exec(PAGE)?.[1] ?? '';
    expect(FOLDERS.filter(folder => !new RegExp(`\\b${folder}\\b`).test(directions))).toEqual([]);
  });

  it('names files that there are', () => {
    const named = [...PAGE.matchAll(/`((?:lib|__tests__)\/[\w./-]+\.ts)`/g)].map(match => match[1] ?? '');
    expect(named).not.toEqual([]);
    expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** Output, which git does not keep. */
function isIgnored(name: string): boolean {
  return readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n').includes(`${name}/`);
}
