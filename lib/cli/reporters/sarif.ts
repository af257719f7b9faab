import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { type LocatedFinding, printable } from '../../manifest-files';
import type { Level } from '../../verify';
import { statementOf } from '../../verify/finding';
import type { Report } from '../report';
import { RULE_CATALOG } from '../rule-catalog';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://www.npmjs.com/package/cdk8s-drydock';

/** How code scanning calls the levels. */
const LEVELS = { rejected: 'error', broken: 'error', risky: 'warning' } as const satisfies Record<
  Level,
  string
>;

/**
 * A report in SARIF 2.1.0, as code scanning reads it, with what every rule means. Findings that are waived, or that the
 * baseline knows, are in it as suppressed, or as unchanged.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function* sarifReport(report: Report): Generator<string> {
  const { findings, waived, known, hasBaseline } = report;
  const all = [...findings, ...known, ...waived.map(({ finding }) => finding)];
  const ids = [...new Set(all.map(({ rule }) => rule))].sort();
  const state = (of: string) => (hasBaseline ? { baselineState: of } : {});
  const rows = [
    ...findings.map(finding => () => ({ ...result(finding, ids), ...state('new') })),
    ...known.map(finding => () => ({ ...result(finding, ids), ...state('unchanged') })),
    ...waived.map(({ finding, reason }) => () => ({
      ...result(finding, ids),
      ...state('new'),
      suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
    })),
  ];
  const driver = {
    name: 'drydock',
    semanticVersion: report.version,
    informationUri: HOME,
    rules: ids.map(ruleDescriptor),
  };
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`;
  yield `"columnKind":"utf16CodeUnits","invocations":${JSON.stringify([invocation(report)])},"results":[`;
  for (const [index, row] of rows.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(row())}`;
  yield ']}]}\n';
}

function ruleDescriptor(id: string): object {
  const text = RULE_CATALOG.get(id);
  if (!text) return { id };
  const { level, summary, why, fix, see } = text;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}; fix: ${fix}`, markdown: `${why}\n\n**Fix:** ${fix}\n\n[Documentation](${see})` },
    helpUri: see,
    defaultConfiguration: { level: LEVELS[level] },
    properties: { level },
  };
}

function result(finding: LocatedFinding, ids: readonly string[]): object {
  const { rule, level, object, path, message, fix, errorType, versions, location, excerpt } = finding;
  const name = [object.kind, [object.namespace, object.name].filter(Boolean).join('/')].join(' ');
  const said = printable(`${name}: ${statementOf({ path, message })}; fix: ${fix}`);
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[level],
    message: { text: said },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(location.file) },
          region: {
            startLine: location.line,
            startColumn: location.column,
            ...(excerpt && { snippet: { text: excerpt.text } }),
          },
        },
        logicalLocations: [{ fullyQualifiedName: printable(`${name} ${path}`.trim()), kind: 'object' }],
      },
    ],
    partialFingerprints: { 'objectRuleAndField/v1': fingerprint(finding) },
    properties: { level, ...(errorType && { errorType }), ...(versions && { kubernetesVersions: versions }) },
  };
}

/** The same for the same finding wherever its lines move to. */
function fingerprint({ rule, object, path }: LocatedFinding): string {
  const { apiVersion, kind, namespace, name } = object;
  const text = JSON.stringify([rule, apiVersion, kind, namespace, name, path]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function invocation({ unreadable }: Report): object {
  return {
    executionSuccessful: unreadable.length === 0,
    toolExecutionNotifications: unreadable.map(({ file, problem, fix }) => ({
      level: 'error',
      message: { text: printable(`${problem}; fix: ${fix}`) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
    })),
  };
}

/** A path as a URI; one in the working folder stays relative, as code scanning wants it. */
function uriOf(file: string): string {
  if (file.startsWith('/')) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
