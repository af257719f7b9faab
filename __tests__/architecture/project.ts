import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './source-tree';

/** The root folder of the project. */
export const ROOT = join(__dirname, '..', '..');

/** The TypeScript files of the project that are under one of these files or folders, in one order everywhere. */
export function projectFiles(...places: readonly string[]): SourceFile[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => places.includes(entry.name))
    .flatMap(entry => (entry.isDirectory() ? filesOf(join(ROOT, entry.name)) : [join(ROOT, entry.name)]))
    .sort()
    .map(path => ({
      path: relative(ROOT, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name));
}
