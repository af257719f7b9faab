import { type Finding, type VerifyOptions, verify } from '../verify';
import { statementOf } from '../verify/finding';
import { identityName, manifestName } from './manifest-name';
import type { MatcherContext, MatcherResult } from './matcher-context';
import { counterpart, hasPart, nearest, ofKind, type PartialManifest } from './resources';
import { routesOf } from './routes';
import { manifestsOfSubject, type Subject } from './subject';

/** How `toPassVerification` judges. */
export interface PassOptions extends VerifyOptions {
  /** Whether what is `risky` fails, too. @default false */
  readonly strict?: boolean;
}

/** Where a finding is expected; what is left out may be anything. */
export interface FindingPlace {
  readonly level?: Finding['level'];
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** The field, as the API server writes it. */
  readonly path?: string;
  /** How the manifests are judged. */
  readonly options?: VerifyOptions;
}

/** No finding fails. The whole app is judged, and what is found on the subject counts. */
export function toPassVerification(
  this: MatcherContext,
  received: Subject,
  options: PassOptions = {},
): MatcherResult {
  const failing = findingsOf(received, options).filter(({ level }) => options.strict || level !== 'risky');
  return {
    pass: failing.length === 0,
    message: () =>
      failing.length === 0
        ? 'expected a finding that fails, and there is none'
        : `expected no finding that fails, and there ${failing.length === 1 ? 'is one' : `are ${failing.length}`}:\n\n${failing.map(findingLines).join('\n')}`,
  };
}

/** There is a finding of a rule. */
export function toHaveFinding(
  this: MatcherContext,
  received: Subject,
  rule: string,
  { options, ...place }: FindingPlace = {},
): MatcherResult {
  const findings = findingsOf(received, options ?? {});
  const fitting = findings.filter(finding => finding.rule === rule && isAt(finding, place));
  const wanted = [rule, ...Object.entries(place).map(([field, value]) => `${field} ${value}`)].join(', ');
  return {
    pass: fitting.length > 0,
    message: () => {
      if (fitting.length > 0)
        return `expected no finding of ${wanted}:\n\n${fitting.map(findingLines).join('\n')}`;
      const others =
        findings.length === 0
          ? 'there are none at all'
          : `there are:\n\n${findings.map(findingLines).join('\n')}`;
      return `expected a finding of ${wanted}; ${others}`;
    },
  };
}

/** There is a resource of a kind that has everything that the part names. */
export function toHaveResource(
  this: MatcherContext,
  received: Subject,
  kind: string,
  part: PartialManifest = {},
): MatcherResult {
  const { own } = manifestsOfSubject(received);
  const candidates = ofKind(own, kind);
  const found = candidates.find(manifest => hasPart(manifest, part, this));
  return {
    pass: found !== undefined,
    message: () => {
      if (found)
        return `expected no ${kind} with ${this.utils.printExpected(part)}, and there is ${manifestName(found)}`;
      const near = nearest(candidates, part, this);
      if (!near) return `expected a ${kind}, and there is none; there are: ${kindsIn(own)}`;
      const difference = this.utils.diff(part, counterpart(near, part)) ?? '';
      return `expected a ${kind} that has these fields; the nearest of ${candidates.length} is ${manifestName(near)}:\n\n${difference}`;
    },
  };
}

/** There are so many resources of a kind. */
export function toHaveResourceCount(
  this: MatcherContext,
  received: Subject,
  kind: string,
  count: number,
): MatcherResult {
  const found = ofKind(manifestsOfSubject(received).own, kind);
  const names = found.map(manifestName).join(', ') || 'none';
  return {
    pass: found.length === count,
    message: () =>
      `expected ${this.isNot ? 'any number but ' : ''}${count} of kind ${kind}, and there are ${found.length}: ${names}`,
  };
}

/** Every Service of the subject leads to pods of the slot, and to no others. */
export function toRouteOnlyTo(this: MatcherContext, received: Subject, slot: Subject): MatcherResult {
  const { own, all } = manifestsOfSubject(received);
  const target = new Set(manifestsOfSubject(slot).own);
  const everything = [...new Set([...all, ...manifestsOfSubject(slot).all])];
  const routes = routesOf(own, everything);
  const complaints = routes.flatMap(({ service, workloads }) => {
    const others = workloads.filter(workload => !target.has(workload));
    if (workloads.length === 0) return [`${service} leads to no pod`];
    return others.length > 0 ? [`${service} leads to ${others.map(manifestName).join(', ')}, too`] : [];
  });
  if (routes.length === 0) complaints.push('there is no Service with a selector');
  return {
    pass: complaints.length === 0,
    message: () =>
      complaints.length === 0
        ? `expected something else to be routed to, and ${routes.map(({ service }) => service).join(', ')} lead only there`
        : `expected every Service to lead to the slot alone: ${complaints.join('; ')}`,
  };
}

function findingsOf(received: Subject, options: VerifyOptions): readonly Finding[] {
  const { own, all } = manifestsOfSubject(received);
  const mine = new Set(own);
  return verify(all, options).findings.filter(({ object }) => mine.has(all[object.index] ?? {}));
}

function isAt({ level, path, object }: Finding, place: Omit<FindingPlace, 'options'>): boolean {
  const found = { level, path, kind: object.kind, namespace: object.namespace, name: object.name };
  return Object.entries(place).every(
    ([field, value]) => value === undefined || found[field as keyof typeof found] === value,
  );
}

function findingLines({ level, object, path, message, rule, fix }: Finding): string {
  return `  ${level}: ${identityName(object)}: ${statementOf({ path, message })} [${rule}]\n    fix: ${fix}`;
}

function kindsIn(manifests: readonly { readonly kind?: unknown }[]): string {
  return [...new Set(manifests.map(({ kind }) => String(kind)))].sort().join(', ') || 'no resources';
}
