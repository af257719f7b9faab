import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { identityOf, type ManifestIdentity } from '../verify/manifest';
import { workingFolder } from './environment';
import type { SynthesizedObject } from './rendering';
import { writeOutput } from './write-output';
import { FileText } from './write-output/file-text';

const HEADER = 'cdk8s-drydock construct index 1';
const NAME = 'construct-index.txt';

/** What tells objects of one output apart. */
export type ObjectIdentity = Omit<ManifestIdentity, 'index'>;

/** Which constructs the objects of an output are of, and which files they were written to. */
export class ConstructIndex {
  private constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly constructs: ReadonlyMap<string, string>,
  ) {}

  /** Reads what the file of an index holds; undefined where that is no index, or one of another version. */
  static tryParse(text: string): ConstructIndex | undefined {
    const [header, files = '', constructs = ''] = text.split('\n\n');
    return header === HEADER ? new ConstructIndex(entriesOf(files), entriesOf(constructs)) : undefined;
  }

  /** The path of the construct that an object is of; undefined for one that is not of the app. */
  tryPath(object: ObjectIdentity): string | undefined {
    return this.constructs.get(keyOf(object));
  }

  /**
   * Whether a file is as the app wrote it: of another one the index may say what is not so.
   *
   * @param path its path in the output folder, with slashes.
   */
  describes(path: string, content: string | Uint8Array): boolean {
    return this.files.get(path) === hashOf(content);
  }
}

/**
 * The file that holds the index of an output folder. It is in the cache beside the packages, since everything in the
 * output folder may be applied: `node_modules/.cache/cdk8s-drydock/` and a hash of the folder's absolute path.
 */
export function constructIndexFile(outdir: string): string {
  const packages = dirname(dirname(require.resolve('cdk8s/package.json')));
  const key = hashOf(resolve(workingFolder(), outdir));
  return join(packages, '.cache', 'cdk8s-drydock', key, NAME);
}

/**
 * Writes the index of an output, whose files are given with their hashes as its list has them. Where there is no place for it, there is none: it is a help for
 * reports alone.
 */
export function writeConstructIndex(
  outdir: string,
  objects: readonly SynthesizedObject[],
  files: ReadonlyMap<string, string>,
): void {
  const text = new FileText();
  text.add(`${HEADER}\n\n`);
  for (const [path, hash] of files) text.add(`${path}\t${Buffer.from(hash, 'hex').toString('base64url')}\n`);
  text.add('\n');
  for (const { construct, manifest } of objects) {
    text.add(`${keyOf(identityOf(manifest, 0))}\t${construct.node.path}\n`);
  }
  try {
    writeOutput(dirname(constructIndexFile(outdir)), [{ path: NAME, content: text.content }]);
  } catch {
    // A folder that cannot be written must not fail a synth that is done.
  }
}

/** Lines of a key, a tab and a value; neither a path of a construct nor what it takes to be an object has a tab. */
function entriesOf(lines: string): Map<string, string> {
  return new Map(
    lines.split('\n').flatMap(line => {
      const tab = line.indexOf('\t');
      return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1)] as const];
    }),
  );
}

function keyOf({ apiVersion, kind, namespace = '', name }: ObjectIdentity): string {
  return `${apiVersion} ${kind} ${namespace} ${name}`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
