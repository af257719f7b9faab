import { foldDependencies } from '../dependency-fold';
import { emitDocument } from '../emit-yaml';
import type { SynthesizedObject } from '../rendering';
import type { Synthesis } from '../synthesis';
import type { OutputFile } from '../write-output';
import { chartNames } from './chart-files';
import { type FileSubject, fileNames, prefix, subjectOf } from './file-name';

/** Objects whose files are in one folder, in the order in which they can be applied. */
interface Folder {
  /** What the paths begin with: nothing, or a name and a slash. */
  readonly path: string;
  readonly objects: readonly SynthesizedObject[];
  readonly subjects: readonly FileSubject[];
}

/** A file an object, all in one folder. */
export function resourceFiles(synthesis: Synthesis, extension: string): OutputFile[] {
  const objects = synthesis.charts.flatMap(chart => chart.objects);
  const subjects = objects.map(({ manifest }) => subjectOf(manifest));
  return filesOf(synthesis, [{ path: '', objects, subjects }], extension);
}

/** A file an object, and a folder a chart. */
export function folderFiles(synthesis: Synthesis, extension: string): OutputFile[] {
  const names = chartNames(synthesis);
  const folders = synthesis.charts.map((chart, at): Folder => {
    const objects = chart.objects;
    return { path: `${names[at]}/`, objects, subjects: objects.map(declaredSubject) };
  });
  return filesOf(synthesis, folders, extension);
}

/** In folders cdk8s names files after the construct, which a patch does not change. */
function declaredSubject({ construct, manifest }: SynthesizedObject): FileSubject {
  const { kind, metadata } = construct;
  const rendered = subjectOf(manifest);
  return { ...rendered, kind, name: typeof metadata.name === 'string' ? metadata.name : rendered.name };
}

/**
 * The files of folders. kubectl applies a folder in the order of the names: where that would bring an object before
 * one that it depends on, the names of the folder are numbered.
 */
function filesOf(synthesis: Synthesis, folders: readonly Folder[], extension: string): OutputFile[] {
  const named = folders.map(folder => ({
    ...folder,
    names: fileNames(folder.subjects).map(name => `${name}${extension}`),
  }));
  const mistaken = foldersOutOfOrder(synthesis, named);
  return named.flatMap(folder =>
    folder.objects.map(({ manifest }, at) => {
      const number = mistaken.has(folder.path) ? prefix(at, folder.objects.length) : '';
      return { path: `${folder.path}${number}${folder.names[at]}`, content: emitDocument(manifest) };
    }),
  );
}

function foldersOutOfOrder(
  synthesis: Synthesis,
  folders: readonly (Folder & { readonly names: readonly string[] })[],
): ReadonlySet<string> {
  const { tree } = synthesis.graph;
  const files = folders.flatMap(({ path, objects, names }) =>
    objects.map(({ construct }, at) => ({ folder: path, construct, path: `${path}${names[at]}` })),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const ranks = new Map(files.map((file, rank) => [tree.placeOf(file.construct), { ...file, rank }]));
  const found = new Set<string>();
  foldDependencies(synthesis.graph, (place, greatest) => {
    const file = ranks.get(place);
    if (!file) return 0;
    if (greatest > file.rank) found.add(file.folder);
    return file.rank;
  });
  return found;
}
