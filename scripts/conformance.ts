/**
 * Compares the verifier with what real API servers said: for each version and kind, how many rejections it finds,
 * how much it rejects that the server took, and how often it names the server's error type and field.
 *
 *     npm run conformance -- [--kind Pod]... [--path spec.volumes] [--misses 40] [--what missed|false|field]
 *                            [--only creates|updates]
 */
import { parseArgs } from 'node:util';
import { type Miss, type Score, score, sumOf } from './conformance/score';
import { updateReport } from './conformance/update-report';
import { createVerdicts, RECORDED_VERSIONS } from './conformance/verdicts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    misses: { type: 'string', default: '20' },
    path: { type: 'string' },
    only: { type: 'string' },
    what: { type: 'string' },
  },
});
const misses = Number(values.misses);
if (values.only !== 'updates') reportCreates();
if (values.only !== 'creates') {
  print(updateReport({ kinds: values.kind, path: values.path, what: values.what, misses }));
}

function reportCreates(): void {
  const rows = createVerdicts().filter(
    row =>
      (values.kind?.includes(row.manifest.kind) ?? true) &&
      (values.path === undefined || row.path.includes(values.path)),
  );
  for (const version of RECORDED_VERSIONS) {
    const { byKind, misses: all } = score(rows, version);
    print(`Kubernetes ${version}`);
    for (const [kind, total] of [...byKind].sort()) print(line(kind, total));
    print(line('all', sumOf(byKind.values())));
    list(all.filter(({ what }) => values.what === undefined || what === values.what));
  }
}

function list(found: readonly Miss[]): void {
  for (const miss of found.slice(0, misses)) print(missLine(miss));
  if (found.length > misses) print(`... ${found.length} in all: --misses ${found.length}`);
}

function line(kind: string, s: Score): string {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
  return [
    kind.padEnd(34),
    `recall ${percent(s.caught, s.rejected)} of ${s.rejected}`.padEnd(28),
    `false ${s.falselyRejected}${s.explained ? ` (${s.explained} explained)` : ''} of ${s.accepted}`.padEnd(
      20,
    ),
    `field ${percent(s.agreeing, s.validated)} of ${s.validated}`,
  ].join(' ');
}

function missLine({ what, row, version, findings }: Miss): string {
  const verdict = row.verdict[version];
  const said = verdict?.accepted
    ? 'accepted'
    : `${verdict?.stage} ${JSON.stringify(verdict?.causes)} ${verdict?.message?.slice(0, 200)}`;
  const ours = findings.map(f => `${f.errorType} ${f.path}: ${f.message}`).join(' | ') || 'nothing';
  return `  ${what}: ${row.base} ${row.path} ${row.mutation}\n    server: ${said}\n    ours:   ${ours}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
