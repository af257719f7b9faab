import type { k8s } from 'cdk8s-plus-28';
import { PropError } from '../prop-error';
import { checkFileMode, checkRelativePath } from './file-checks';

/** A file of a volume. */
export interface VolumeFile {
  /** Where the file is in the volume. */
  readonly path: string;
  /** Mode of the file, such as 0o400. @default not emitted: the volume's default mode */
  readonly mode?: number;
}

/** The keys of a ConfigMap or Secret that become files, with the path of each: `{ 'app.conf': { path: 'app.conf' } }`. */
export type VolumeItems = Readonly<Record<string, VolumeFile>>;

/**
 * Keys as the API writes them, by key.
 *
 * @throws PropError for a path that leads out of the volume, or a mode that is none.
 */
export function keysToPaths(items: VolumeItems | undefined): k8s.KeyToPath[] | undefined {
  return items && Object.entries(items).map(([key, file]) => ({ key, ...checkedFile(key, file) }));
}

/**
 * A file as the API writes it.
 *
 * @throws PropError for a path that leads out of the volume, or a mode that is none.
 */
export function checkedFile(key: string, { path, mode }: VolumeFile): VolumeFile {
  checkRelativePath(`items '${key}'.path`, path);
  checkFileMode(`items '${key}'.mode`, mode);
  return { path, mode };
}

/**
 * Refuses two files at one path: the later hides the earlier.
 *
 * @throws PropError naming the path.
 */
export function checkDistinctPaths(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice === undefined) return;
  throw new PropError({
    prop: 'items',
    problem: 'must not put two files at one path',
    received: twice,
    allowed: 'each path once',
    fix: "change the 'path' of one of them",
  });
}
