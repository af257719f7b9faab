import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Config, NO_CONFIG } from './config';
import { UsageError } from './usage-error';

/** The file that says how a project is verified. */
export const CONFIG_FILE = 'drydock.yaml';

/**
 * Reads the configuration: the file that is named, else the nearest `drydock.yaml` in a folder or above it.
 *
 * @throws UsageError when it cannot be read, or says something else than it may; with file, line and column.
 */
export function readConfig(cwd: string, named?: string): Config {
  const path = named === undefined ? nearest(cwd) : resolve(cwd, named);
  if (path === undefined) return NO_CONFIG;
  const shown = relative(cwd, path);
  // Its library takes longer to load than many a project to be judged.
  const { ConfigReader } = require('./config-reader') as typeof import('./config-reader');
  return new ConfigReader(shown, textOf(path, shown)).read();
}

function nearest(folder: string): string | undefined {
  const path = join(folder, CONFIG_FILE);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearest(above);
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${shown}: cannot be read (${code ?? message})`, 'make it a file that you may read');
  }
}
