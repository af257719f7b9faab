import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Verdict } from '../conformance/verdicts';

/** What servers said of a new object, by minor version; null where a server does not serve the kind. */
export interface CreateRow {
  readonly base: string;
  readonly path: string;
  readonly mutation: string;
  readonly manifest: unknown;
  readonly verdict: Readonly<Record<string, Verdict | null>>;
}

/** What a server said of an update. */
export interface UpdateRow {
  readonly version: string;
  readonly base: string;
  readonly path: string;
  readonly op: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly accepted: boolean;
  readonly causes?: Verdict['causes'];
  readonly message?: string;
}

/** The files of a record, as `npm run conformance` reads them. */
export const CREATES = 'create-verdicts.jsonl.gz';
export const UPDATES = 'update-verdicts.jsonl.gz';

/** Reads one object a line. */
export function readRows<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line));
}

/** Adds to the record in a folder. What was asked before of the same version is replaced, the rest is kept. */
export function extendRecord(
  folder: string,
  creates: readonly CreateRow[],
  updates: readonly UpdateRow[],
): void {
  mkdirSync(folder, { recursive: true });
  write(join(folder, CREATES), creates, createKey, (old, now) => ({
    ...now,
    verdict: { ...old.verdict, ...now.verdict },
  }));
  write(join(folder, UPDATES), updates, updateKey, (_, now) => now);
}

function createKey({ base, path, mutation }: CreateRow): string {
  return JSON.stringify([base, path, mutation]);
}

function updateKey({ version, base, path, op }: UpdateRow): string {
  return JSON.stringify([version, base, path, op]);
}

function write<T>(
  file: string,
  added: readonly T[],
  keyOf: (row: T) => string,
  merged: (old: T, now: T) => T,
): void {
  const rows = new Map<string, T>();
  for (const row of existsSync(file) ? readRows<T>(file) : []) rows.set(keyOf(row), row);
  for (const row of added) {
    const old = rows.get(keyOf(row));
    rows.set(keyOf(row), old ? merged(old, row) : row);
  }
  const text = [...rows.values()].map(row => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(file, gzipSync(text));
}
