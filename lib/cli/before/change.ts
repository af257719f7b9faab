import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import {
  type Input,
  type ManifestDocument,
  readDocuments,
  readInput,
  STANDARD_INPUT,
  type UnreadableInput,
} from '../../manifest-files';
import type { Finding } from '../../verify';
import { type Subject, subjectsIn } from '../../verify/subject';
import { UsageError } from '../usage-error';
import { filesAtCommit } from './git-files';
import { goneStorage } from './gone-storage';
import { pairObjects } from './object-pairs';
import { strandedClaims } from './stranded-claims';
import { updateFindings } from './update-findings';

/** What a change from a former state means. */
export interface Change {
  /** Findings on the later objects: updates that the API server refuses. */
  readonly updates: readonly Finding[];
  /** What `verify` says of the later objects, and does not hold as they replace the former ones. */
  readonly excused: readonly Finding[];
  /** Findings on the former objects: claims and volumes that are left alone, or deleted. */
  readonly losses: readonly Finding[];
  /** The former documents, which the losses are in. */
  readonly documents: readonly ManifestDocument[];
  /** Former files that could not be read. */
  readonly unreadable: readonly UnreadableInput[];
}

/**
 * Compares documents with a former state of them. Former documents that cannot be read are left out: what is wrong
 * with them is not of today.
 *
 * @param before a folder or a file, or else a commit of git, in which the same paths are looked up.
 * @param definitions CustomResourceDefinitions that live elsewhere; those of both states count too.
 * @throws UsageError when it is neither.
 */
export function changeSince(
  before: string,
  paths: readonly string[],
  after: readonly ManifestDocument[],
  definitions: readonly unknown[],
  cwd: string,
  versions: readonly KubernetesVersion[],
): Change {
  const { files, unreadable } = formerInput(before, paths, cwd);
  const documents = readDocuments(files);
  const former = subjectsIn(documents.map(({ value }) => value)).subjects;
  const later = subjectsIn(after.map(({ value }) => value)).subjects;
  const pairs = pairObjects(former, later);
  const known = [...definitionsAmong(former), ...definitions, ...definitionsAmong(later)];
  const { refused, excused } = updateFindings(pairs, known, versions);
  return {
    updates: refused,
    excused,
    losses: [...strandedClaims(pairs), ...goneStorage(pairs)],
    documents,
    unreadable,
  };
}

function definitionsAmong(subjects: readonly Subject[]): unknown[] {
  return subjects
    .filter(({ object }) => object.kind === 'CustomResourceDefinition')
    .map(({ manifest }) => manifest);
}

function formerInput(before: string, paths: readonly string[], cwd: string): Input {
  if (existsSync(resolve(cwd, before))) return readInput([before], cwd);
  if (paths.includes(STANDARD_INPUT)) {
    throw new UsageError(`${before}: is no folder, and a commit holds no standard input`, 'name a folder');
  }
  return filesAtCommit(before, paths, cwd);
}
