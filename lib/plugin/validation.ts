import {
  allFindings,
  type LocatedFinding,
  readDocuments,
  readInput,
  type UnreadableInput,
} from '../manifest-files';
import { applyWaivers, type VerifyOptions, verify } from '../verify';
import type { ValidationContext, Violation } from './cli-contract';
import { ConstructPaths } from './construct-paths';
import { type PluginProperties, propertyComplaints } from './plugin-properties';
import { resourceName, violationsOf } from './violations';

/**
 * The validation plugin of cdk8s-cli: judges the files that `cdk8s synth` has written. Named in cdk8s.yaml, under
 * `validations`.
 */
export class DrydockValidation {
  /** @param properties how the manifests are judged; what is wrong with them is said when they are asked for. */
  constructor(private readonly properties: Readonly<Record<string, unknown>> = {}) {}

  /** Judges the files, and submits the report; what is `risky` is in it, and fails with `strict` alone. */
  async validate(context: ValidationContext): Promise<void> {
    const { report } = context;
    const complaints = propertyComplaints(this.properties);
    if (complaints.length > 0) {
      for (const complaint of complaints) report.addViolation(unusable(complaint));
      report.submit('failure');
      return;
    }
    const { findings, unreadable, summary } = judge(context.manifests, this.properties);
    nameConstructs(findings, context);
    for (const violation of [...unreadable.map(unread), ...violationsOf(findings)]) {
      report.addViolation(violation);
    }
    const fails = findings.some(({ level }) => this.properties.strict || level !== 'risky');
    report.submit(fails || unreadable.length > 0 ? 'failure' : 'success', summary);
  }
}

function unusable(complaint: string): Violation {
  return {
    ruleName: 'configuration',
    recommendation: 'the validation is not configured as it can be',
    fix: "correct 'properties' of the validation in cdk8s.yaml",
    violatingResources: [{ resourceName: 'cdk8s.yaml', manifestPath: 'cdk8s.yaml', locations: [complaint] }],
  };
}

function unread({ file, problem, fix }: UnreadableInput): Violation {
  return {
    ruleName: 'unreadable',
    recommendation: 'a file was written and cannot be read',
    fix,
    violatingResources: [{ resourceName: file, manifestPath: file, locations: [problem] }],
  };
}

interface Judgement {
  readonly findings: readonly LocatedFinding[];
  readonly unreadable: readonly UnreadableInput[];
  readonly summary: Readonly<Record<string, string>>;
}

function judge(files: readonly string[], { ignore = [], ...options }: PluginProperties): Judgement {
  const input = readInput(files, '.');
  const documents = readDocuments(input.files);
  const { findings, summary } = verify(
    documents.map(({ value }) => value),
    options as VerifyOptions,
  );
  const left = applyWaivers(allFindings(documents, findings), ignore);
  return {
    findings: left.findings,
    unreadable: input.unreadable,
    summary: {
      objects: String(summary.objects),
      'Kubernetes version': summary.versions.join(', '),
      findings: String(left.findings.length),
      waived: String(left.waived.length),
    },
  };
}

/** The CLI looks constructs up by what a resource is called, so that the names used here are made known to it. */
function nameConstructs(findings: readonly LocatedFinding[], { metadata }: ValidationContext): void {
  const paths = new ConstructPaths();
  for (const finding of findings) {
    const path = paths.tryPath(finding.location.file, finding.object);
    if (path !== undefined) metadata[resourceName(finding)] = { path };
  }
}
