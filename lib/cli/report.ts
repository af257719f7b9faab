import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { LocatedFinding, UnreadableInput } from '../manifest-files';
import type { Level, NotVerified } from '../verify';
import type { WaivedFinding, Waiver } from '../verify/waivers';
import { USAGE_EXIT_CODE } from './usage-error';

/** What a verification has to say. */
export interface Report {
  /** The version of Drydock. */
  readonly version: string;
  /** The versions whose servers were asked. */
  readonly versions: readonly KubernetesVersion[];
  /** How many objects were judged. */
  readonly objects: number;
  readonly findings: readonly LocatedFinding[];
  readonly waived: readonly WaivedFinding<LocatedFinding>[];
  /** Findings that the baseline knows; they do not fail. */
  readonly known: readonly LocatedFinding[];
  /** How many findings of the baseline there are no longer. */
  readonly gone: number;
  /** Whether there is a baseline. */
  readonly hasBaseline: boolean;
  /** Waivers that nothing fits. */
  readonly unusedWaivers: readonly Waiver[];
  /** Waivers that fit only what cannot be waived. */
  readonly powerlessWaivers: readonly Waiver[];
  /** Objects that were not judged in full. */
  readonly notVerified: readonly NotVerified[];
  /** Files that were not read. */
  readonly unreadable: readonly UnreadableInput[];
  /** Whether findings of level `risky` fail. */
  readonly strict: boolean;
}

/** How many findings there are of each level, the worst first. */
export function countsOf(report: Report): readonly (readonly [Level, number])[] {
  const levels: readonly Level[] = ['rejected', 'broken', 'risky'];
  return levels.map(level => [level, report.findings.filter(finding => finding.level === level).length]);
}

/**
 * The exit code: 2 where something could not be read, 1 where a finding is of a level that fails, else 0.
 */
export function exitCodeOf(report: Report): number {
  if (report.unreadable.length > 0) return USAGE_EXIT_CODE;
  return report.findings.some(({ level }) => report.strict || level !== 'risky') ? 1 : 0;
}
