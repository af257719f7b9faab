import type { Finding } from '../../lib/verify/finding';
import { verify } from '../../lib/verify/verify';
import { exceptionOf } from './exceptions';
import type { RecordedVersion, Row } from './verdicts';

/** How the verifier does on recorded verdicts. */
export interface Score {
  rejected: number;
  caught: number;
  accepted: number;
  falselyRejected: number;
  /** Accepted, and rejected by the verifier for a reason that `exceptions.json` gives. */
  explained: number;
  /** Rejections of the stage `validate`. */
  validated: number;
  /** Those of them where one error type and field are the server's. */
  agreeing: number;
}

/** What the verifier got wrong. */
export interface Miss {
  readonly what: 'missed' | 'false' | 'field';
  readonly row: Row;
  readonly version: RecordedVersion;
  readonly findings: readonly Finding[];
}

/** Judges rows as a server of a version did, by kind. */
export function score(
  rows: readonly Row[],
  version: RecordedVersion,
): { byKind: Map<string, Score>; misses: Miss[] } {
  const byKind = new Map<string, Score>();
  const misses: Miss[] = [];
  for (const row of rows) {
    const verdict = row.verdict[version];
    if (!verdict || verdict.stage === 'admission') continue;
    const total = byKind.get(row.manifest.kind) ?? emptyScore();
    byKind.set(row.manifest.kind, total);
    const findings = verify([row.manifest], { kubernetesVersion: version }).findings.filter(
      f => f.level === 'rejected',
    );
    const miss = (what: Miss['what']) => misses.push({ what, row, version, findings });
    if (verdict.accepted) {
      total.accepted++;
      if (findings.length === 0) continue;
      if (exceptionOf(version, row.base, row.path, row.mutation)) {
        total.explained++;
        continue;
      }
      total.falselyRejected++;
      miss('false');
      continue;
    }
    total.rejected++;
    if (findings.length > 0) total.caught++;
    else miss('missed');
    if (verdict.stage !== 'validate') continue;
    total.validated++;
    if (findings.some(f => verdict.causes?.some(([type, path]) => f.errorType === type && f.path === path)))
      total.agreeing++;
    else if (findings.length > 0) miss('field');
  }
  return { byKind, misses };
}

/** The sum of scores. */
export function sumOf(scores: Iterable<Score>): Score {
  const sum = emptyScore();
  for (const score of scores) {
    for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  }
  return sum;
}

function emptyScore(): Score {
  return { rejected: 0, caught: 0, accepted: 0, falselyRejected: 0, explained: 0, validated: 0, agreeing: 0 };
}
