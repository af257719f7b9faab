import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RecordedVersion } from './verdicts';

/** What a server said of an update of a stored object. */
export interface UpdateRow {
  readonly version: RecordedVersion;
  readonly base: string;
  /** The field that was changed. */
  readonly path: string;
  readonly op: 'none' | 'change' | 'remove' | 'append';
  /** The object as the server had stored it. */
  readonly before: { readonly kind: string } & Record<string, unknown>;
  readonly after: Record<string, unknown>;
  readonly accepted: boolean;
  /** Error type and field path. */
  readonly causes?: readonly (readonly [string, string])[];
  readonly message?: string;
}

/** The recorded verdicts on updates. */
export function updateVerdicts(file = '../shared/conformance/update-verdicts.jsonl.gz'): UpdateRow[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line));
}
