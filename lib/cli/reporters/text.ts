import { type LocatedFinding, printable } from '../../manifest-files';
import type { ManifestIdentity, NotVerified } from '../../verify';
import { statementOf } from '../../verify/finding';
import type { Waiver } from '../../verify/waivers';
import type { Report } from '../report';
import { counted, summaryLine } from './summary-line';

const NOT_VERIFIED = {
  'custom-resource': 'its definition is not at hand',
  'no-validation': 'its kind is not among those that are judged',
  fault: 'the verifier failed on it',
} as const satisfies Record<NotVerified['reason'], string>;

/** A report for readers: the findings object by object, each with its line, then what they come to. */
export function* textReport(report: Report): Generator<string> {
  let last: LocatedFinding | undefined;
  for (const finding of report.findings) {
    if (!last || !isSameObject(last, finding)) {
      yield `${last ? '\n' : ''}${printable(nameOf(finding.object))} (${printable(finding.location.file)})\n`;
    }
    yield findingText(finding, report);
    last = finding;
  }
  if (last) yield '\n';
  for (const waiver of report.unusedWaivers)
    yield `nothing fits the waiver of ${waiverText(waiver)}; fix: drop it\n`;
  for (const waiver of report.powerlessWaivers) {
    yield `what the API server refuses cannot be waived: ${waiverText(waiver)}; fix: correct the manifest\n`;
  }
  yield* notVerifiedLines(report.notVerified);
  if (report.gone > 0) {
    yield `${counted(report.gone, 'finding')} of the baseline ${report.gone === 1 ? 'is' : 'are'} gone; fix: write it again with --write-baseline\n`;
  }
  yield `${summaryLine(report)}\n`;
}

function isSameObject(a: LocatedFinding, b: LocatedFinding): boolean {
  return (
    a.location.file === b.location.file &&
    nameOf(a.object) === nameOf(b.object) &&
    a.object.index === b.object.index
  );
}

function nameOf({ kind, namespace, name }: ManifestIdentity): string {
  if (kind === '' && name === '') return 'a document without kind and name';
  return [
    kind || 'an object without kind',
    [namespace, name || 'without name'].filter(Boolean).join('/'),
  ].join(' ');
}

function findingText(finding: LocatedFinding, report: Report): string {
  const { level, path, message, rule, fix, see, location, excerpt, versions } = finding;
  const isOfAll = versions === undefined || versions.length === report.versions.length;
  const of = isOfAll ? '' : ` (Kubernetes ${versions.join(', ')})`;
  const lines = [
    `  ${level}: ${printable(`${statementOf({ path, message })}`)}${of} [${rule}]`,
    `    ${printable(location.file)}:${location.line}:${location.column}`,
  ];
  if (excerpt && excerpt.text.trim() !== '') {
    const margin = `${location.line} | `;
    lines.push(`    ${margin}${excerpt.text}`, `    ${' '.repeat(margin.length + excerpt.caret)}^`);
  }
  lines.push(`    fix: ${printable(fix)}`);
  if (see) lines.push(`    see: ${see}`);
  return `${lines.join('\n')}\n`;
}

function* notVerifiedLines(notVerified: readonly NotVerified[]): Generator<string> {
  const kinds = new Map<string, number>();
  for (const { object, reason } of notVerified) {
    const line = `${object.kind} of ${object.apiVersion}: ${NOT_VERIFIED[reason]}`;
    kinds.set(line, (kinds.get(line) ?? 0) + 1);
  }
  for (const [line, count] of kinds)
    yield `not verified in full: ${counted(count, 'object')}, ${printable(line)}\n`;
}

function waiverText({ rule, kind, namespace, name }: Waiver): string {
  const object = [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
  return printable(object === '' ? rule : `${rule} on ${object}`);
}
