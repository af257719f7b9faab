import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unknownFields } from '../../lib/kubernetes/api-fields';
import { servedKind } from '../../lib/kubernetes/api-kinds';

/** What API servers said of single manifests, decoded strictly; a pull of the repository alone lacks the record. */
const RECORD = '../shared/conformance/create-verdicts.jsonl.gz';

interface Row {
  readonly manifest: { readonly apiVersion?: unknown; readonly kind?: unknown };
  readonly verdict: Readonly<
    Record<string, { readonly accepted: boolean; readonly message?: string } | null>
  >;
}

const rows = existsSync(RECORD)
  ? gunzipSync(readFileSync(RECORD))
      .toString()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Row)
  : [];

(rows.length > 0 ? describe : describe.skip).each(['1.28', '1.36'] as const)(
  'against a server of %s',
  version => {
    const judged = rows.flatMap(({ manifest, verdict }) => {
      const answer = verdict[version];
      return answer
        ? [{ manifest, answer, found: unknownFields(manifest, version).map(({ path }) => path) }]
        : [];
    });

    test('nothing that was accepted has an unknown field', () => {
      const accepted = judged.filter(({ answer }) => answer.accepted);
      expect(accepted.length).toBeGreaterThan(3_000);
      expect(accepted.filter(({ found }) => found.length > 0)).toEqual([]);
      expect(
        accepted.filter(
          ({ manifest: { apiVersion, kind } }) => !servedKind(`${apiVersion}`, `${kind}`, version),
        ),
      ).toEqual([]);
    });

    test('every unknown field that was refused is found, at the path that the server names', () => {
      const refused = judged
        .map(({ answer, found }) => ({ named: unknownIn(answer.message ?? ''), found }))
        .filter(({ named }) => named.length > 0);
      expect(refused.length).toBeGreaterThan(250);
      expect(refused.filter(({ named, found }) => named.some(path => !found.includes(path)))).toEqual([]);
    });

    test('a kind that is not served is not said to be', () => {
      const absent = rows.filter(({ verdict }) => verdict[version] === null);
      expect(
        absent.filter(({ manifest: { apiVersion, kind } }) =>
          servedKind(`${apiVersion}`, `${kind}`, version),
        ),
      ).toEqual([]);
    });
  },
);

function unknownIn(message: string): string[] {
  return [...message.matchAll(/unknown field "(.+?)"/g)].map(([, path = '']) => path);
}
