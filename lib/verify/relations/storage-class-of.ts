import { dataAt } from '../judged-manifest';
import type { Data } from '../manifest';

const ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** The class of a claim or a volume: its annotation of old, or the field; undefined where it names none. */
export function storageClassOf(data: Data): string | undefined {
  const annotated = dataAt(data, 'metadata', 'annotations')[ANNOTATION];
  if (typeof annotated === 'string') return annotated;
  const { storageClassName } = dataAt(data, 'spec');
  return typeof storageClassName === 'string' ? storageClassName : undefined;
}

/** Where the class of a claim or a volume stands. */
export function storageClassPath(data: Data): string {
  const isAnnotated = Object.hasOwn(dataAt(data, 'metadata', 'annotations'), ANNOTATION);
  return isAnnotated ? `metadata.annotations[${ANNOTATION}]` : 'spec.storageClassName';
}
