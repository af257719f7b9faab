import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFile } from './project-file';

/** Text that YAML reads as it stands, whatever is around it. */
const TEXT = '(?!true$|false$|null$|yes$|no$|on$|off$)[A-Za-z./][\\w./@=+,-]*(?: [\\w./@=+,-]+)*';
const KEY = new RegExp(`^([A-Za-z][\\w-]*):(?: +(${TEXT}))? *$`);
const ITEM = /^ *- +[A-Za-z./][\w./@=+,:-]*[\w./] *$/;
const NOTHING = /^\s*(#.*)?$/;

/**
 * Reads a project file that holds nothing but words, as most do, without the YAML reader, which takes longer to
 * load than the program itself.
 *
 * @returns undefined where there is none, or where it takes the YAML reader to tell what it says.
 */
export function tryReadPlainProjectFile(folder: string, name: string): ProjectFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
  return tryParsePlain(text);
}

/** The same of a text. */
export function tryParsePlain(text: string): ProjectFile | undefined {
  const found = new Map<string, string | undefined>();
  let isList = false;
  for (const line of text.split(/\r?\n/)) {
    if (NOTHING.test(line) || (isList && ITEM.test(line))) continue;
    const [, key, value] = KEY.exec(line) ?? [];
    if (key === undefined || found.has(key)) return undefined;
    found.set(key, value);
    isList = value === undefined;
    if (isList && ['app', 'output'].includes(key)) return undefined;
  }
  return { app: found.get('app'), output: found.get('output') };
}
