import type { RuleText } from '../../verify/verdict-texts';
import { RULE_CATALOG } from '../rule-catalog';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** How many ids are proposed for one that there is not. */
const MAX_PROPOSALS = 5;

/**
 * Says what a rule means, or lists all of them.
 *
 * @returns the exit code.
 * @throws UsageError when there is no rule of this id.
 */
export function explainCommand(id: string | undefined, terminal: Terminal): number {
  terminal.out(id === undefined ? list() : explanation(id, textOf(id)));
  return 0;
}

function textOf(id: string): RuleText {
  const text = RULE_CATALOG.get(id);
  if (text) return text;
  const words = new Set(id.toLowerCase().split(/[^a-z]+/));
  const shared = (known: string) => known.split('-').filter(word => words.has(word)).length;
  const similar = [...RULE_CATALOG.keys()].filter(known => shared(known) > 0);
  const proposals = similar
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, MAX_PROPOSALS)
    .join(', ');
  throw new UsageError(
    `there is no rule '${id}'`,
    proposals ? `did you mean ${proposals}?` : 'drydock explain lists the rules',
  );
}

function list(): string {
  const width = Math.max(...[...RULE_CATALOG.keys()].map(id => id.length));
  return [...RULE_CATALOG]
    .map(([id, { level, summary }]) => `${id.padEnd(width)}  ${level.padEnd(8)}  ${summary}\n`)
    .join('');
}

function explanation(id: string, { level, closedLevel, kinds, summary, why, fix, see }: RuleText): string {
  const of = kinds && !kinds.includes('*') ? ` on ${kinds.map(bareKind).join(', ')}` : '';
  const closed = closedLevel ? `, with --closed ${closedLevel}` : '';
  const accepted =
    level === 'rejected'
      ? 'it cannot be waived: the API server does not waive it either'
      : `to accept it, write into drydock.yaml: ignore: [{ rule: ${id}, kind: …, name: …, reason: … }]`;
  return [
    `${id}: ${level}${closed}${of}`,
    '',
    `  ${summary}`,
    `  why: ${why}`,
    `  fix: ${fix}`,
    `  see: ${see}`,
    '',
    `  ${accepted}`,
    '',
  ].join('\n');
}

function bareKind(kind: string): string {
  return kind.slice(kind.indexOf('/') + 1);
}
