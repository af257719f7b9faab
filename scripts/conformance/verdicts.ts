import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A version whose server was asked. */
export type RecordedVersion = '1.28' | '1.36';

/** What a server said of a manifest. */
export interface Verdict {
  readonly accepted: boolean;
  readonly stage?: 'decode' | 'validate' | 'admission';
  /** Error type and field path. */
  readonly causes?: readonly (readonly [string, string])[];
  readonly message?: string;
}

/** A manifest, and what the servers said of it; null where a server does not serve the kind. */
export interface Row {
  readonly base: string;
  readonly path: string;
  readonly mutation: string;
  readonly manifest: { readonly kind: string } & Record<string, unknown>;
  readonly verdict: Readonly<Record<RecordedVersion, Verdict | null>>;
}

/** The versions whose servers were asked, oldest first. */
export const RECORDED_VERSIONS: readonly RecordedVersion[] = ['1.28', '1.36'];

/** Where the record is: beside the repository, not in it. */
const RECORD = join(__dirname, '..', '..', '..', 'shared', 'conformance');

/** Whether the record is at hand. */
export function isRecorded(): boolean {
  return existsSync(RECORD);
}

/** The recorded verdicts on created objects. */
export function createVerdicts(): Row[] {
  return rows('create-verdicts.jsonl.gz') as Row[];
}

function rows(file: string): unknown[] {
  const lines = gunzipSync(readFileSync(join(RECORD, file)))
    .toString()
    .split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line));
}
