import { countsOf, type Report } from '../report';

/** What the findings come to, in one line. */
export function summaryLine(report: Report): string {
  const { findings, objects, waived, known, versions, unreadable } = report;
  const levels = countsOf(report)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  const found = findings.length === 0 ? 'no findings' : counted(findings.length, 'finding');
  return [
    `${found} in ${counted(objects, 'object')}`,
    levels.length > 0 ? `: ${levels.join(', ')}` : '',
    waived.length > 0 ? `; ${waived.length} waived` : '',
    known.length > 0 ? `; ${known.length} in the baseline` : '',
    unreadable.length > 0 ? `; ${counted(unreadable.length, 'file')} not read` : '',
    `; Kubernetes ${versions.join(', ')}`,
  ].join('');
}

/** A number and its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
