import { PropError } from '../prop-error';

/** @throws PropError when a path is not absolute or leads back. */
export function checkAbsolutePath(prop: string, path: string): void {
  if (path.startsWith('/') && !path.split('/').includes('..')) return;
  throw new PropError({
    prop,
    problem: "must be an absolute path without '..'",
    received: path,
    allowed: 'a path such as /srv/data',
    fix: 'correct the path',
  });
}

/** @throws PropError when a path in a volume is not relative or leads out of it. */
export function checkRelativePath(prop: string, path: string): void {
  if (path !== '' && !path.startsWith('/') && !path.split('/').includes('..')) return;
  throw new PropError({
    prop,
    problem: "must be a path inside the volume, relative and without '..'",
    received: path,
    allowed: 'a path such as app.conf or conf.d/app.conf',
    fix: 'correct the path',
  });
}

/** @throws PropError when the mode of a file is none. */
export function checkFileMode(prop: string, mode: number | undefined): void {
  if (mode === undefined || (Number.isInteger(mode) && mode >= 0 && mode <= 0o777)) return;
  throw new PropError({
    prop,
    problem: 'must be the mode of a file',
    received: mode,
    allowed: '0o000 to 0o777',
    fix: 'write it as octal: 0o440',
  });
}
