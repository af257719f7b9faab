import { PropError } from '../prop-error';
import { checkAbsolutePath } from './file-checks';

/** A directory that an NFS server exports. */
export interface NfsSpec {
  /** Host name or IP address of the server. */
  readonly server: string;
  /** Absolute path of the export. */
  readonly path: string;
  /** @default not emitted: false */
  readonly readOnly?: boolean;
}

/** @throws PropError when the server is empty, or the path is not absolute. */
export function checkNfs({ server, path }: NfsSpec): void {
  checkAbsolutePath('nfs.path', path);
  if (server !== '') return;
  throw new PropError({ prop: 'nfs.server', problem: 'must not be empty', fix: 'name the NFS server' });
}
