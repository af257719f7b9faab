import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readClientKinds } from './client-kinds';
import { readClientTypes } from './client-types';
import { type Fields, type Release, reachable } from './release';

/**
 * Reads one version from a package of the official JavaScript client, whose models keep the names of the wire,
 * the formats, and (in their declarations) which fields are required.
 */
export function readClientRelease(minor: number, folder: string): Release {
  const gen = join(folder, 'dist', 'gen');
  const models = join(gen, 'models');
  const apis = join(gen, 'apis');
  const header = readFileSync(join(models, 'V1Pod.d.ts'), 'utf8');
  if (!new RegExp(`OpenAPI spec version: (v|release-)1\\.${minor}\\b`).test(header)) {
    throw new Error(`${folder} was not made for 1.${minor}`);
  }
  return reachable({
    minor,
    types: readClientTypes(models, indexed(models, 'all.d.ts')),
    kinds: readClientKinds(apis, indexed(apis, '../types/ObservableAPI.js')),
  });
}

/** Types of an older version that a package still carries, though nothing in it refers to them. */
export function readLeftoverTypes(folder: string, version: string): ReadonlyMap<string, Fields> {
  const models = join(folder, 'dist', 'gen', 'models');
  const header = `OpenAPI spec version: v${version}.`;
  const names = readdirSync(models)
    .filter(file => file.endsWith('.js') && readFileSync(join(models, file), 'utf8').includes(header))
    .map(file => file.slice(0, -'.js'.length));
  return readClientTypes(models, names);
}

/** The files of a folder that an index of the package names: beside them lie those of older versions. */
function indexed(folder: string, index: string): string[] {
  const path = `../${basename(folder)}/`;
  const source = readFileSync(join(folder, index), 'utf8');
  const files = [...source.matchAll(/(?:from |require\()['"](.*?)(?:\.js)?['"]/g)].map(
    ([, file = '']) => file,
  );
  const inside = files.filter(file => file.startsWith(path)).map(file => file.slice(path.length));
  return [...new Set(inside)].sort();
}
