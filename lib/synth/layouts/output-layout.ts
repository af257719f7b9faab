import { YamlOutputType } from 'cdk8s';
import type { Synthesis } from '../synthesis';
import { SynthesisError } from '../synthesis-error';
import type { OutputFile } from '../write-output';
import { appFile, chartFiles } from './chart-files';
import { chartFolders, namespaceFolders } from './gitops';
import { kustomizeFiles } from './kustomize';
import { folderFiles, resourceFiles } from './resource-files';

/**
 * A division of the output that cdk8s does not have; objects are listed in the order in which they are to be applied.
 * `kustomize`: a file an object and a kustomization.yaml. `gitops`: the same with a folder a namespace.
 * `gitops-by-chart`: with a folder a chart.
 */
export type Layout = 'kustomize' | 'gitops' | 'gitops-by-chart';

/** Makes files of a synthesis, with this ending. */
type Division = (synthesis: Synthesis, extension: string) => OutputFile[];

const DIVISIONS = {
  [YamlOutputType.FILE_PER_APP]: appFile,
  [YamlOutputType.FILE_PER_CHART]: chartFiles,
  [YamlOutputType.FILE_PER_RESOURCE]: resourceFiles,
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: folderFiles,
  kustomize: kustomizeFiles,
  gitops: namespaceFolders,
  'gitops-by-chart': chartFolders,
} as const satisfies Record<Layout | YamlOutputType, Division>;

/** Whether a value is one of the layouts, not of cdk8s's. */
export function isLayout(value: unknown): value is Layout {
  return typeof value === 'string' && Object.hasOwn(DIVISIONS, value) && Number.isNaN(Number(value));
}

/**
 * The files of an app.
 *
 * @throws SynthesisError when there is no such layout.
 */
export function outputFiles(
  synthesis: Synthesis,
  layout: Layout | YamlOutputType,
  extension: string,
): OutputFile[] {
  const division: Division | undefined = Object.hasOwn(DIVISIONS, layout) ? DIVISIONS[layout] : undefined;
  if (division) return division(synthesis, extension);
  throw new SynthesisError(
    `layout is ${JSON.stringify(layout)}; allowed: ${Object.keys(DIVISIONS).join(', ')}; fix: name one of these`,
  );
}
