/**
 * What keeps an app from being synthesized and is not the fault of the program. It has no stack: where it was
 * noticed says nothing of what is wrong.
 */
export class SynthesisError extends Error {
  override get name(): string {
    return 'SynthesisError';
  }

  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}

/** Constructs that depend on each other in a circle, so that none of them can be the first. */
export class DependencyCycleError extends SynthesisError {
  override get name(): string {
    return 'DependencyCycleError';
  }

  readonly #path: readonly string[];

  /** @param path the paths of the constructs, the first of them again at the end. */
  constructor(path: readonly string[]) {
    super(`dependency cycle: ${path.join(' => ')}; fix: drop one of these dependencies`);
    this.#path = path;
  }

  /** The paths of the constructs in the circle, each depending on the next; the last one is the first. */
  get path(): readonly string[] {
    return this.#path;
  }
}
