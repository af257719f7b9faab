import type { Finding } from '../../lib/verify/finding';
import { verify } from '../../lib/verify/verify';
import { verifyUpdate, withoutExcused } from '../../lib/verify/verify-update';
import { exceptionOf } from './exceptions';
import type { UpdateRow } from './update-verdicts';

/** How the verifier does on recorded updates: `verifyUpdate` united with what that leaves of `verify` of the new object. */
export interface UpdateScore {
  updates: number;
  /** Accepted or refused as the server did. */
  right: number;
  refused: number;
  /** Refused by the server and by the verifier. */
  caught: number;
  /** Of those, where one error type and field are the server's. */
  agreeing: number;
  /** Of the refused ones, those of which `verify` of the new object says nothing. */
  hidden: number;
  /** Of those, the ones that the update rules refuse. */
  found: number;
  /** Accepted by the server, and refused by the update rules. */
  falseUpdates: number;
  /** Accepted by the server, and refused by `verify` of the new object alone. */
  falseCreates: number;
  /** Such, for a reason that `exceptions.json` gives. */
  explained: number;
}

/** What the verifier got wrong. */
export interface UpdateMiss {
  readonly what: 'missed' | 'false update' | 'false create' | 'field';
  readonly row: UpdateRow;
  readonly findings: readonly Finding[];
}

/** Judges updates as a server did, by kind. */
export function scoreUpdates(rows: readonly UpdateRow[]): {
  byKind: Map<string, UpdateScore>;
  misses: UpdateMiss[];
} {
  const byKind = new Map<string, UpdateScore>();
  const misses: UpdateMiss[] = [];
  for (const row of rows) {
    const total = byKind.get(row.before.kind) ?? emptyUpdateScore();
    byKind.set(row.before.kind, total);
    const miss = add(total, row);
    if (miss) misses.push(miss);
  }
  return { byKind, misses };
}

/** The sum of scores. */
export function sumOfUpdates(scores: Iterable<UpdateScore>): UpdateScore {
  const sum = emptyUpdateScore();
  for (const score of scores) {
    for (const key of Object.keys(sum) as (keyof UpdateScore)[]) sum[key] += score[key];
  }
  return sum;
}

function add(total: UpdateScore, row: UpdateRow): UpdateMiss | undefined {
  const options = { kubernetesVersion: row.version };
  const update = verifyUpdate(row.before, row.after, options);
  const updates = rejected(update.findings);
  const creates = rejected(withoutExcused(verify([row.after], options).findings, update.excused));
  const findings = [...updates, ...creates];
  total.updates++;
  if (row.accepted) {
    if (findings.length === 0) total.right++;
    if (updates.length > 0) total.falseUpdates++;
    else if (creates.length > 0 && exceptionOf(row.version, row.base, row.path, row.op)) {
      total.explained++;
      return undefined;
    } else if (creates.length > 0) total.falseCreates++;
    return findings.length > 0
      ? { what: updates.length > 0 ? 'false update' : 'false create', row, findings }
      : undefined;
  }
  total.refused++;
  if (creates.length === 0) total.hidden++;
  if (creates.length === 0 && updates.length > 0) total.found++;
  if (findings.length === 0) return { what: 'missed', row, findings };
  total.right++;
  total.caught++;
  const agrees = findings.some(f =>
    row.causes?.some(([type, path]) => f.errorType === type && f.path === path),
  );
  if (agrees) total.agreeing++;
  return agrees ? undefined : { what: 'field', row, findings };
}

function rejected(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level }) => level === 'rejected');
}

function emptyUpdateScore(): UpdateScore {
  return {
    updates: 0,
    right: 0,
    refused: 0,
    caught: 0,
    agreeing: 0,
    hidden: 0,
    found: 0,
    falseUpdates: 0,
    falseCreates: 0,
    explained: 0,
  };
}
