import type { ManifestIdentity } from '../verify';
import { statementOf } from '../verify/finding';
import type { SynthFinding } from './synth-finding';

/** A longer value is not shown. */
const LONGEST_VALUE = 120;

/** A finding for readers, several lines. */
export function findingText(finding: SynthFinding): string {
  const { level, object, path, message, rule, construct, source, fix, see } = finding;
  const value = valueText(finding.value);
  return [
    `${level}: ${nameOf(object)}: ${statementOf({ path, message })} [${rule}]`,
    `  construct: ${construct}`,
    ...(source === undefined ? [] : [`  source: ${source}`]),
    ...(value === undefined ? [] : [`  received: ${value}`]),
    `  fix: ${fix}`,
    ...(see === undefined ? [] : [`  see: ${see}`]),
  ]
    .map(printable)
    .join('\n');
}

function nameOf({ kind, namespace, name }: ManifestIdentity): string {
  const named = [namespace, name || 'without name'].filter(Boolean).join('/');
  return `${kind || 'an object without kind'} ${named}`;
}

function valueText(value: unknown): string | undefined {
  const text = value === undefined ? undefined : JSON.stringify(value);
  return text === undefined || text.length > LONGEST_VALUE ? undefined : text;
}

/** What comes from the user may hold what a terminal obeys. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1));
}
