import { Names } from 'cdk8s';
import { documentsContent } from '../emit-yaml';
import type { Synthesis } from '../synthesis';
import type { OutputFile } from '../write-output';
import { numbered, prefix } from './file-name';

/** All of an app in one file; none where there is no chart. */
export function appFile({ charts }: Synthesis, extension: string): OutputFile[] {
  if (charts.length === 0) return [];
  const manifests = charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  return [{ path: `app${extension}`, content: documentsContent(manifests) }];
}

/** A file a chart. */
export function chartFiles(synthesis: Synthesis, extension: string): OutputFile[] {
  const names = chartNames(synthesis);
  return synthesis.charts.map(({ objects }, at) => ({
    path: `${names[at]}${extension}`,
    content: documentsContent(objects.map(({ manifest }) => manifest)),
  }));
}

/** What the files or folders of charts are called; with numbers, so that they sort in their order, where it matters. */
export function chartNames({ charts, graph }: Synthesis): string[] {
  const names = charts.map(({ chart }) => Names.toDnsLabel(chart));
  return graph.hasDependentCharts
    ? names.map((name, at) => `${prefix(at, names.length)}${name}`)
    : numbered(names);
}
