import { scoreUpdates, sumOfUpdates, type UpdateMiss, type UpdateScore } from './update-score';
import { updateVerdicts } from './update-verdicts';
import { RECORDED_VERSIONS } from './verdicts';

/** Which updates are reported. */
export interface UpdateReportOptions {
  readonly kinds?: readonly string[];
  readonly path?: string;
  readonly what?: string;
  /** How many misses of each version are listed. */
  readonly misses: number;
}

/** Compares the verifier with what real API servers said of updates, as text: by version and kind, and the misses. */
export function updateReport({ kinds, path = '', what, misses: most }: UpdateReportOptions): string {
  const rows = updateVerdicts().filter(
    row => (kinds?.includes(row.before.kind) ?? true) && row.path.includes(path),
  );
  const lines: string[] = [];
  for (const version of RECORDED_VERSIONS) {
    const { byKind, misses } = scoreUpdates(rows.filter(row => row.version === version));
    lines.push(`Kubernetes ${version}: updates`);
    for (const [kind, total] of [...byKind].sort()) lines.push(scoreLine(kind, total));
    lines.push(scoreLine('all', sumOfUpdates(byKind.values())));
    const listed = misses.filter(miss => what === undefined || miss.what.startsWith(what));
    lines.push(...listed.slice(0, most).map(missText));
    if (listed.length > most) lines.push(`... ${listed.length} in all`);
  }
  return lines.join('\n');
}

function scoreLine(kind: string, s: UpdateScore): string {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
  return [
    kind.padEnd(34),
    `right ${percent(s.right, s.updates)} of ${s.updates}`.padEnd(25),
    `caught ${s.caught} of ${s.refused}`.padEnd(20),
    `by update rules ${s.found} of ${s.hidden}`.padEnd(28),
    `false ${s.falseUpdates} + ${s.falseCreates} by verify (${s.explained} explained)`.padEnd(36),
    `field ${percent(s.agreeing, s.caught)}`,
  ].join(' ');
}

function missText({ what, row, findings }: UpdateMiss): string {
  const said = row.accepted ? 'accepted' : `${JSON.stringify(row.causes)} ${row.message?.slice(0, 200)}`;
  const ours = findings.map(f => `${f.rule} ${f.errorType} ${f.path}: ${f.message}`).join(' | ') || 'nothing';
  return `  ${what}: ${row.base} ${row.path} ${row.op}\n    server: ${said}\n    ours:   ${ours}`;
}
