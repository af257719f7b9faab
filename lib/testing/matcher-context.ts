type EqualityTester = (a: unknown, b: unknown) => boolean | undefined;

/** What jest gives a matcher; a part of it. */
export interface MatcherContext {
  readonly isNot: boolean;
  readonly equals: (a: unknown, b: unknown, testers?: readonly EqualityTester[]) => boolean;
  readonly utils: {
    readonly iterableEquality: EqualityTester;
    readonly subsetEquality: EqualityTester;
    readonly printExpected: (value: unknown) => string;
    readonly printReceived: (value: unknown) => string;
    readonly diff: (a: unknown, b: unknown) => string | null;
  };
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}
