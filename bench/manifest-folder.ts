import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import type { Manifest } from './manifest';

/** Runs something on a folder that holds the objects as YAML, so many of them in a file; then removes the folder. */
export function withManifestFolder<T>(
  objects: readonly Manifest[],
  objectsInFile: number,
  run: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  try {
    for (let start = 0; start < objects.length; start += objectsInFile) {
      const name = `${String(start).padStart(6, '0')}.yaml`;
      writeFileSync(join(folder, name), Yaml.stringify(...objects.slice(start, start + objectsInFile)));
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
