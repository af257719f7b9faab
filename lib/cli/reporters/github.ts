import { type LocatedFinding, printable } from '../../manifest-files';
import { statementOf } from '../../verify/finding';
import type { Report } from '../report';
import { summaryLine } from './summary-line';

/**
 * A report as commands of GitHub Actions: an annotation at the line of each finding, then what they come to.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function* githubReport(report: Report): Generator<string> {
  for (const finding of report.findings) yield `${annotation(finding, report.strict)}\n`;
  for (const { file, problem, fix } of report.unreadable) {
    yield `::error file=${property(file)},title=unreadable::${data(`${problem}; fix: ${fix}`)}\n`;
  }
  yield `${summaryLine(report)}\n`;
}

function annotation(finding: LocatedFinding, strict: boolean): string {
  const { rule, level, object, path, message, fix, see, location } = finding;
  const command = level === 'risky' && !strict ? 'warning' : 'error';
  const place = `file=${property(location.file)},line=${location.line},col=${location.column}`;
  const name = [object.kind, [object.namespace, object.name].filter(Boolean).join('/')].join(' ');
  const text = [
    `${name}: ${statementOf({ path, message })}`,
    `fix: ${fix}`,
    ...(see ? [`see: ${see}`] : []),
  ].join('\n');
  return `::${command} ${place},title=${property(`${level}: ${rule}`)}::${data(text)}`;
}

/** Text behind the colons, in which lines and percent signs would end or change the command. */
function data(text: string): string {
  const lines = text.split('\n').map(printable).join('\n');
  return lines.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A value before the colons. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
