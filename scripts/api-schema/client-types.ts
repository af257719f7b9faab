import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Fields } from './release';

const ATTRIBUTE = /"name": "(.*)",\s+"baseName": "(.*)",\s+"type": "(.*)",\s+"format": "(.*)"/g;
const PROPERTY = /^ {4}'(\w+)'(\??):/gm;

const SCALARS: Readonly<Record<string, string>> = {
  'string ': 's',
  'string byte': 'y',
  'boolean ': 'b',
  'number int32': 'i',
  'number int64': 'l',
  'number double': 'd',
  'Date date-time': 't',
  'Date date-time-micro': 'm',
  'V1MicroTime date-time-micro': 'm',
  'IntOrString int-or-string': 'x',
  'any ': '*',
};

/** Reads model classes: their attribute maps, and which fields their declarations require. */
export function readClientTypes(folder: string, names: readonly string[]): Map<string, Fields> {
  return new Map(names.map((name): [string, Fields] => [name, fieldsOf(join(folder, name))]));
}

function fieldsOf(model: string): Map<string, Field> {
  const required = new Set<string>();
  for (const [, property = '', optional] of readFileSync(`${model}.d.ts`, 'utf8').matchAll(PROPERTY)) {
    if (optional === '') required.add(property);
  }
  const attributes = readFileSync(`${model}.js`, 'utf8').matchAll(ATTRIBUTE);
  return new Map(
    [...attributes].map(([, property = '', wire = '', type = '', format = '']): [string, Field] => [
      wire,
      { code: codeOf(type, format), required: required.has(property) },
    ]),
  );
}

function codeOf(type: string, format: string): string {
  const inArray = /^Array<(.*)>$/.exec(type)?.[1];
  if (inArray !== undefined) return `[]${codeOf(inArray, format)}`;
  const inMap = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (inMap !== undefined) return `{}${codeOf(inMap, format)}`;
  const scalar = SCALARS[`${type} ${format}`];
  if (scalar !== undefined) return scalar;
  if (/^[A-Z]/.test(type) && format === '') return type;
  throw new Error(`no code stands for the type ${type} with the format '${format}'`);
}
