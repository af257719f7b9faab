import type { LocatedFinding } from '../manifest-files';
import { READ_RULES } from '../manifest-files';
import { statementOf } from '../verify/finding';
import { groupBy } from '../verify/group-by';
import { tryRuleText } from '../verify/rule-texts';
import type { ViolatingResource, Violation } from './cli-contract';

/** Findings as cdk8s-cli reports them: one violation a rule, with its resources and the places in them. */
export function violationsOf(findings: readonly LocatedFinding[]): Violation[] {
  return [...groupBy(findings, ({ rule }) => rule).values()].flatMap(ofRule => {
    const [first] = ofRule;
    return first ? [violation(first, ofRule)] : [];
  });
}

/** What a resource is called in the report. Names alone are not enough: a ConfigMap and a Service may share one. */
export function resourceName({ object }: LocatedFinding): string {
  const { kind, namespace, name } = object;
  return `${kind || 'object'} ${[namespace, name || 'without name'].filter(Boolean).join('/')}`;
}

function violation(
  { rule, level, fix, message }: LocatedFinding,
  findings: readonly LocatedFinding[],
): Violation {
  const text = tryRuleText(rule);
  const readRule = Object.hasOwn(READ_RULES, rule);
  const byResource = groupBy(findings, finding => `${finding.location.file} ${resourceName(finding)}`);
  return {
    ruleName: rule,
    recommendation: `${level}: ${text?.summary ?? (readRule ? `a document ${message}` : message)}`,
    fix,
    violatingResources: [...byResource.values()].flatMap(resourceOf),
  };
}

function resourceOf(findings: readonly LocatedFinding[]): ViolatingResource[] {
  const [first] = findings;
  if (!first) return [];
  return [
    {
      resourceName: resourceName(first),
      manifestPath: first.location.file,
      locations: findings.map(
        ({ location: { line, column }, path, message }) =>
          `${line}:${column} ${statementOf({ path, message })}`,
      ),
    },
  ];
}
