import { constants } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { type Input, isManifestFile, SourceFile, type UnreadableInput } from '../../manifest-files';
import { UsageError } from '../usage-error';

/** All files together may have so many bytes, one of them no more than a string can hold. */
const MAX_BYTES = Math.min(512 * 1024 * 1024, constants.MAX_STRING_LENGTH);

/**
 * The files that paths named at a commit: those that end as manifests do.
 *
 * @param ref a branch, a tag or a commit.
 * @param paths from the folder of the command; they need not exist in it any more.
 * @throws UsageError when there is no such commit, or no git.
 */
export function filesAtCommit(ref: string, paths: readonly string[], cwd: string): Input {
  const commit = git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined) {
    throw new UsageError(`${ref}: is no folder, and no commit that git knows here`, "correct '--before'");
  }
  const id = commit.toString('utf8').trim();
  const listed = git(cwd, ['ls-tree', '-r', '-z', '--name-only', id, '--', ...paths.map(pathspec)]);
  if (listed === undefined) throw new UsageError(`${ref}: git cannot list its files`, "correct '--before'");
  const names = listed
    .toString('utf8')
    .split('\0')
    .filter(name => name !== '' && (paths.includes(name) || isManifestFile(name)));
  return read(ref, id, names, cwd);
}

/** A folder with a slash at its end is listed with what is in it; without, git names the folder alone. */
function pathspec(path: string): string {
  return path === '.' ? './' : path;
}

function read(ref: string, id: string, names: readonly string[], cwd: string): Input {
  const files: SourceFile[] = [];
  const unreadable: UnreadableInput[] = [];
  let left = MAX_BYTES;
  for (const name of names) {
    const bytes = git(cwd, ['cat-file', 'blob', `${id}:./${name}`], left);
    if (bytes) {
      left -= bytes.length;
      files.push(new SourceFile(`${ref}:${name}`, bytes));
    } else {
      unreadable.push({
        file: `${ref}:${name}`,
        problem: 'cannot be read by git',
        fix: 'name a folder instead',
      });
    }
  }
  return { files, unreadable };
}

/** What git prints; undefined where it fails. */
function git(cwd: string, args: readonly string[], maxBuffer = MAX_BYTES): Buffer | undefined {
  const { error, status, stdout } = spawnSync('git', args, { cwd, maxBuffer });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new UsageError(
      "'--before' names no folder, and there is no git to ask for a commit",
      'install git',
    );
  }
  return status === 0 && !error ? stdout : undefined;
}
