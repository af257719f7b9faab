import type { LocatedFinding } from '../../manifest-files';
import { countsOf, exitCodeOf, type Report } from '../report';

/** A report for programs: one JSON object. */
export function* jsonReport(report: Report): Generator<string> {
  const { versions, objects, notVerified, unreadable, unusedWaivers, powerlessWaivers } = report;
  yield '{"kubernetesVersions":';
  yield JSON.stringify(versions);
  yield ',"findings":[';
  yield* list(report.findings.map(finding => () => findingOf(finding)));
  yield '],"waived":[';
  yield* list(
    report.waived.map(({ finding, reason }) => () => ({ ...findingOf(finding), reason })),
  );
  yield '],"known":[';
  yield* list(report.known.map(finding => () => findingOf(finding)));
  yield '],';
  const rest = {
    unusedWaivers,
    powerlessWaivers,
    notVerified,
    unreadable,
    summary: { objects, findings: Object.fromEntries(countsOf(report)), exitCode: exitCodeOf(report) },
  };
  yield `${JSON.stringify(rest).slice(1)}\n`;
}

/** One text for each: all of them may be more than a text can hold. */
function* list(items: readonly (() => unknown)[]): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(item())}`;
}

function findingOf({ location, excerpt, ...finding }: LocatedFinding): object {
  return { ...finding, ...location, ...(excerpt && { source: excerpt.text }) };
}
