import type { JudgedManifest } from './judged-manifest';
import type { ManifestSet } from './relations/manifest-set';

/** What a rule is, in words: what its page, its help in an editor and its findings say. */
export interface RuleMeta {
  /** The name of its file. */
  readonly id: string;
  /** `broken`: the input proves that it can never work. `risky`: it works, and will be regretted. */
  readonly level: 'broken' | 'risky';
  /**
   * Its level where the input is everything that there is (`closed`): what is absent is absent then.
   *
   * @default its level
   */
  readonly closedLevel?: 'broken';
  /** The kinds that it judges, as `Service` and `apps/StatefulSet`; `*` for all of them. */
  readonly kinds: readonly string[];
  /** What it finds, in one line. */
  readonly summary: string;
  /** What happens in the cluster because of it. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where Kubernetes documents it. */
  readonly see: string;
}

/** Something that a rule found on the manifest that it was given. */
export interface RuleProblem {
  /** The field, as the API server writes it. Empty for the whole manifest. */
  readonly path: string;
  /** The value, where showing it helps and is safe. */
  readonly value?: unknown;
  /** What is wrong, with the value and what is allowed; it follows the path in a report. */
  readonly message: string;
  /** Its level where the input does not quite prove this one. @default the rule's */
  readonly level?: 'risky';
  /** What to do about this one. @default the rule's */
  readonly fix?: string;
}

/**
 * What the server accepts and no cluster can run, or the team will regret. A rule may look at every manifest,
 * changes none, and reports on the one that it was given.
 */
export interface Rule {
  readonly meta: RuleMeta;
  check(manifest: JudgedManifest, set: ManifestSet): readonly RuleProblem[];
}
