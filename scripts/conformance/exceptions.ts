import exceptions from './exceptions.json';
import type { RecordedVersion } from './verdicts';

/** A verdict of a server that the verifier does not share, and why. */
export interface Exception {
  readonly version: RecordedVersion;
  readonly base: string;
  readonly path: string;
  /** The mutation of a created object, or the operation of an update. */
  readonly mutation: string;
  readonly why: string;
}

const EXCEPTIONS: readonly Exception[] = exceptions as Exception[];

/** Why the verifier rejects what a server accepted; undefined where nobody explained it. */
export function exceptionOf(
  version: RecordedVersion,
  base: string,
  path: string,
  mutation: string,
): Exception | undefined {
  return EXCEPTIONS.find(
    e => e.version === version && e.base === base && e.path === path && e.mutation === mutation,
  );
}
