/** A resource that breaks a rule, as cdk8s-cli takes it. */
export interface ViolatingResource {
  readonly resourceName: string;
  readonly locations: readonly string[];
  readonly manifestPath: string;
}

/** A rule that is broken, as cdk8s-cli takes it. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ViolatingResource[];
}

/**
 * What cdk8s-cli gives a validation; the part of it that is used here. The package is no dependency: who has the
 * plugin loaded has the CLI.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/
 */
export interface ValidationContext {
  /** Paths of the YAML files that were written. */
  readonly manifests: readonly string[];
  /** Constructs by the name of their object. Reports look up there what they call the construct's path. */
  readonly metadata: Record<string, { readonly path?: string }>;
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}
