import { type LocatedFinding, printable } from '../../manifest-files';
import type { ManifestIdentity } from '../../verify';
import { statementOf } from '../../verify/finding';
import { groupBy } from '../../verify/group-by';
import type { Report } from '../report';

/**
 * A report for CI servers that read JUnit: a suite a file, a case an object with findings, and one case more for the
 * objects without. What does not fail is in `system-out`.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function* junitReport(report: Report): Generator<string> {
  const suites = [...byFile(report)].map(([file, findings]) => suite(file, findings, report.strict));
  const errors = report.unreadable.length;
  const failures = suites.reduce((sum, one) => sum + one.failures, 0);
  const tests = suites.reduce((sum, one) => sum + one.tests, 0) + errors + 1;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="drydock" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  for (const { text } of suites) yield text;
  yield `  <testsuite name="verification" tests="${errors + 1}" failures="0" errors="${errors}">\n`;
  for (const { file, problem, fix } of report.unreadable) {
    yield `    <testcase classname="files" name="${escaped(file)}">\n`;
    yield `      <error type="unreadable" message="${escaped(`${problem}; fix: ${fix}`)}"/>\n    </testcase>\n`;
  }
  yield `    <testcase classname="verification" name="${report.objects} objects are judged"/>\n`;
  yield '  </testsuite>\n</testsuites>\n';
}

/** Halves of characters, and two that are none: XML has no way to write them. */
const NOT_XML = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

interface Suite {
  readonly text: string;
  readonly tests: number;
  readonly failures: number;
}

function suite(file: string, findings: readonly LocatedFinding[], strict: boolean): Suite {
  const cases = [...byObject(findings).values()].map(own => testCase(own, strict));
  const failures = cases.filter(({ fails }) => fails).length;
  const head = `  <testsuite name="${escaped(file)}" tests="${cases.length}" failures="${failures}" errors="0">\n`;
  return {
    text: `${head}${cases.map(({ text }) => text).join('')}  </testsuite>\n`,
    tests: cases.length,
    failures,
  };
}

/** One case: CI servers show the first failure of a case, so that all findings of an object are in it. */
function testCase(findings: readonly LocatedFinding[], strict: boolean): { text: string; fails: boolean } {
  const [first] = findings;
  if (!first) return { text: '', fails: false };
  const failing = findings.filter(({ level }) => strict || level !== 'risky');
  const others = findings.filter(finding => !failing.includes(finding));
  const { kind, name, namespace } = first.object;
  const [worst] = failing;
  const failure = worst
    ? `      <failure type="${worst.rule}" message="${escaped(statementOf(worst))}">${escaped(failing.map(lineOf).join('\n'))}</failure>\n`
    : '';
  const rest =
    others.length > 0 ? `      <system-out>${escaped(others.map(lineOf).join('\n'))}</system-out>\n` : '';
  const className = escaped([namespace, kind || 'an object without kind'].filter(Boolean).join('/'));
  return {
    text: `    <testcase classname="${className}" name="${escaped(name || 'without name')}">\n${failure}${rest}    </testcase>\n`,
    fails: worst !== undefined,
  };
}

function lineOf(finding: LocatedFinding): string {
  const { level, rule, fix, see, location } = finding;
  const at = `${location.file}:${location.line}:${location.column}`;
  return [
    `${level}: ${statementOf(finding)} [${rule}]`,
    `  ${at}`,
    `  fix: ${fix}`,
    ...(see ? [`  see: ${see}`] : []),
  ].join('\n');
}

function byFile({ findings }: Report): ReadonlyMap<string, readonly LocatedFinding[]> {
  return groupBy(findings, ({ location }) => location.file);
}

function byObject(findings: readonly LocatedFinding[]): ReadonlyMap<string, readonly LocatedFinding[]> {
  const keyOf = ({ apiVersion, kind, namespace, name, index }: ManifestIdentity) =>
    [apiVersion, kind, namespace, name, index].join(' ');
  return groupBy(findings, ({ object }) => keyOf(object));
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(NOT_XML, '\u00b7')
    .replace(/[&<>"]/g, character => entities[character] ?? '');
}
