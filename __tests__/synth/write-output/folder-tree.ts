import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../../../lib/synth/write-output';

/** Everything in a folder: the text of a file, `-> target` for a link, `/` for a folder. */
export type Tree = Readonly<Record<string, string>>;

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, which is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-output-'));
  made.push(folder);
  return folder;
}

/** What is in a folder; undefined where there is none. */
export function tryTreeOf(folder: string): Tree | undefined {
  try {
    return Object.fromEntries(
      readdirSync(folder)
        .sort()
        .flatMap(name => entriesOf(folder, name)),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes what a tree says. */
export function makeTree(folder: string, tree: Tree): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text === '/') mkdirSync(join(folder, path), { recursive: true });
    else if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
}

/** A tree without what Drydock notes there, and without folders. */
export function withoutNotes(tree: Tree | undefined): Tree {
  return Object.fromEntries(
    Object.entries(tree ?? {}).filter(([path, text]) => path !== '.drydock-files' && text !== '/'),
  );
}

/** A tree with the folders that its files are in. */
export function withFolders(tree: Tree): Tree {
  const folders = Object.keys(tree).flatMap(path => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at): [string, string] => [parts.slice(0, at + 1).join('/'), '/']);
  });
  return { ...tree, ...Object.fromEntries(folders) };
}

/** The files of a tree as an output. */
export function outputOf(tree: Tree): OutputFile[] {
  return Object.entries(tree).map(([path, content]) => ({ path, content }));
}

function entriesOf(folder: string, path: string): [string, string][] {
  const file = join(folder, path);
  const status = lstatSync(file);
  if (status.isSymbolicLink()) return [[path, `-> ${readlinkSync(file)}`]];
  if (!status.isDirectory()) return [[path, readFileSync(file, 'utf8')]];
  const inside = readdirSync(file)
    .sort()
    .flatMap(name => entriesOf(folder, `${path}/${name}`));
  return [[path, '/'], ...inside];
}
