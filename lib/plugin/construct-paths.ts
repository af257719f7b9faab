import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ConstructIndex, constructIndexFile } from '../synth/construct-index';
import type { ManifestIdentity } from '../verify';

/**
 * The constructs that the objects of files are of, by the index that our App keeps. An index of another output than
 * the one that was written is not believed; an app of cdk8s has none.
 */
export class ConstructPaths {
  private readonly indexes = new Map<string, ConstructIndex | undefined>();
  private readonly ofFiles = new Map<string, ConstructIndex | undefined>();

  /** The path of the construct that an object of a file is of; undefined where nobody knows. */
  tryPath(file: string, object: ManifestIdentity): string | undefined {
    const path = resolve(file);
    if (!this.ofFiles.has(path)) this.ofFiles.set(path, this.indexOf(path));
    return this.ofFiles.get(path)?.tryPath(object);
  }

  private indexOf(file: string): ConstructIndex | undefined {
    const content = tryRead(file);
    if (content === undefined) return undefined;
    for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
      const index = this.indexOfOutput(folder);
      if (index?.describes(relative(folder, file).split(sep).join('/'), content)) return index;
    }
    return undefined;
  }

  private indexOfOutput(folder: string): ConstructIndex | undefined {
    if (!this.indexes.has(folder)) {
      const text = tryRead(constructIndexFile(join(folder)))?.toString();
      this.indexes.set(folder, text === undefined ? undefined : ConstructIndex.tryParse(text));
    }
    return this.indexes.get(folder);
  }
}

function tryRead(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
