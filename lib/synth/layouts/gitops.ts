import { Names } from 'cdk8s';
import { emitDocument } from '../emit-yaml';
import { clusterScope } from '../object-scope';
import type { SynthesizedObject } from '../rendering';
import type { Synthesis } from '../synthesis';
import type { OutputFile } from '../write-output';
import { inApplyOrder } from './apply-order';
import { fileNames, numbered, subjectOf } from './file-name';
import { kustomization } from './kustomize';

/** The folder of what belongs to no namespace. No namespace can be called so. */
const CLUSTER = '_cluster';

/** The folder of what is in a namespace that the one who applies it names. */
const ANY_NAMESPACE = '_any-namespace';

/**
 * A folder a namespace, with a kustomization.yaml each and one above that lists all objects: each folder can be
 * applied alone, and all of them in one order.
 */
export function namespaceFolders(synthesis: Synthesis, extension: string): OutputFile[] {
  const objects = inApplyOrder(synthesis);
  const isOfCluster = clusterScope(objects);
  const folderOf = ({ manifest }: SynthesizedObject) =>
    subjectOf(manifest).namespace ?? (isOfCluster(manifest) ? CLUSTER : ANY_NAMESPACE);
  return folders(objects, folderOf, extension);
}

/** The same with a folder a chart. */
export function chartFolders(synthesis: Synthesis, extension: string): OutputFile[] {
  const charts = synthesis.charts.map(({ chart }) => chart);
  const names = numbered(charts.map(chart => Names.toDnsLabel(chart)));
  const nameOf = new Map(charts.map((chart, at) => [chart, names[at] ?? '']));
  const ofChart = ({ construct }: SynthesizedObject) => nameOf.get(construct.chart) ?? '';
  return folders(inApplyOrder(synthesis), ofChart, extension);
}

function folders(
  objects: readonly SynthesizedObject[],
  folderOf: (object: SynthesizedObject) => string,
  extension: string,
): OutputFile[] {
  const members = new Map<string, SynthesizedObject[]>();
  for (const object of objects) {
    const folder = folderOf(object);
    const known = members.get(folder);
    if (known) known.push(object);
    else members.set(folder, [object]);
  }
  const files = new Map<SynthesizedObject, OutputFile>();
  const lists: OutputFile[] = [];
  for (const [folder, own] of members) {
    const names = fileNames(own.map(({ manifest }) => subjectOf(manifest)));
    for (const [at, object] of own.entries()) {
      const path = `${folder}/${names[at]}${extension}`;
      files.set(object, { path, content: emitDocument(object.manifest) });
    }
    lists.push(
      kustomization(
        `${folder}/`,
        own.map(object => files.get(object) as OutputFile),
      ),
    );
  }
  const all = objects.map(object => files.get(object) as OutputFile);
  return [...all, ...lists, kustomization('', all)];
}
