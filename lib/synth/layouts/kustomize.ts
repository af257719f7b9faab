import { emitDocument } from '../emit-yaml';
import type { Synthesis } from '../synthesis';
import type { OutputFile } from '../write-output';
import { inApplyOrder } from './apply-order';
import { fileNames, subjectOf } from './file-name';

/** A file an object, and a kustomization.yaml that lists them in the order in which they are to be applied. */
export function kustomizeFiles(synthesis: Synthesis, extension: string): OutputFile[] {
  const objects = inApplyOrder(synthesis);
  const names = fileNames(objects.map(({ manifest }) => subjectOf(manifest)));
  const files = objects.map(({ manifest }, at) => ({
    path: `${names[at]}${extension}`,
    content: emitDocument(manifest),
  }));
  return [...files, kustomization('', files)];
}

/**
 * The kustomization.yaml of a folder.
 *
 * @param folder what its path begins with: nothing, or a name and a slash.
 * @param files what it lists, at or below the folder.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function kustomization(folder: string, files: readonly OutputFile[]): OutputFile {
  const manifest = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: files.map(({ path }) => path.slice(folder.length)),
    // Kustomize has an order of its own, which knows of no dependencies.
    sortOptions: { order: 'fifo' },
  };
  return { path: `${folder}kustomization.yaml`, content: emitDocument(manifest) };
}
