import type { Finding } from './finding';

/** Says that findings are known and accepted, and why. */
export interface Waiver {
  /** The rule whose findings it is about. */
  readonly rule: string;
  /** The kind of the object. @default any */
  readonly kind?: string;
  /** The namespace of the object. @default any */
  readonly namespace?: string;
  /** The name of the object. @default any */
  readonly name?: string;
  /** Why they are accepted. */
  readonly reason: string;
}

/** A finding that is accepted. */
export interface WaivedFinding<T extends Finding> {
  readonly finding: T;
  readonly reason: string;
}

/** What waivers leave of findings. */
export interface WaivedFindings<T extends Finding> {
  readonly findings: readonly T[];
  readonly waived: readonly WaivedFinding<T>[];
  /** Waivers that nothing fits: they can go. */
  readonly unused: readonly Waiver[];
  /** Waivers that only findings of level `rejected` fit, which the API server does not waive either. */
  readonly powerless: readonly Waiver[];
}

/** Takes out what is accepted. What the API server refuses stays. */
export function applyWaivers<T extends Finding>(
  findings: readonly T[],
  waivers: readonly Waiver[],
): WaivedFindings<T> {
  const left: T[] = [];
  const waived: WaivedFinding<T>[] = [];
  const used = new Set<Waiver>();
  const tried = new Set<Waiver>();
  for (const finding of findings) {
    const fitting = waivers.filter(waiver => fits(waiver, finding));
    const [first] = fitting;
    if (first === undefined || finding.level === 'rejected') {
      left.push(finding);
      for (const waiver of fitting) tried.add(waiver);
    } else {
      waived.push({ finding, reason: first.reason });
      for (const waiver of fitting) used.add(waiver);
    }
  }
  const idle = waivers.filter(waiver => !used.has(waiver));
  return {
    findings: left,
    waived,
    unused: idle.filter(waiver => !tried.has(waiver)),
    powerless: idle.filter(waiver => tried.has(waiver)),
  };
}

function fits({ rule, kind, namespace, name }: Waiver, finding: Finding): boolean {
  const { object } = finding;
  return (
    rule === finding.rule &&
    (kind === undefined || kind === object.kind) &&
    (namespace === undefined || namespace === object.namespace) &&
    (name === undefined || name === object.name)
  );
}
