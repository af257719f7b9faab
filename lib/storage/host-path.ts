import { PropError } from '../prop-error';
import { checkAbsolutePath } from './file-checks';

/** What must be at the path of a node. */
export const HostPathType = {
  /** A directory, made where there is none. */
  DIRECTORY_OR_CREATE: 'DirectoryOrCreate',
  DIRECTORY: 'Directory',
  /** A file, made where there is none. */
  FILE_OR_CREATE: 'FileOrCreate',
  FILE: 'File',
  SOCKET: 'Socket',
  CHAR_DEVICE: 'CharDevice',
  BLOCK_DEVICE: 'BlockDevice',
} as const;

export type HostPathType = (typeof HostPathType)[keyof typeof HostPathType];

/** A path of the node that a pod runs on. */
export interface HostPathSpec {
  /** Absolute path on the node. */
  readonly path: string;
  /** What must be there. @default not emitted: nothing is checked */
  readonly type?: HostPathType;
}

/** @throws PropError when the path is not absolute or leads back, or the type is not known. */
export function checkHostPath({ path, type }: HostPathSpec): void {
  checkAbsolutePath('hostPath.path', path);
  const types: readonly string[] = Object.values(HostPathType);
  if (type === undefined || types.includes(type)) return;
  throw new PropError({
    prop: 'hostPath.type',
    problem: 'must be one of the types',
    received: type,
    allowed: types.join(', '),
    fix: 'use one of HostPathType, or leave it out',
  });
}
