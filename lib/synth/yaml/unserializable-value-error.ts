/** What is thrown for a value in a manifest that is not plain data, so that YAML has no text for it. */
export class UnserializableValueError extends Error {
  override get name(): string {
    return 'UnserializableValueError';
  }

  // Private, so that the runtime prints the message and nothing beside it.
  readonly #path: string;
  readonly #type: string;
  readonly #fix: string;

  /**
   * @param path the field, as the API server writes it: `spec.ports[0].name`; empty for the manifest itself.
   * @param type what the value is: `a Date`; never the value, which may be a secret.
   * @param fix what the caller most likely wants to do.
   */
  constructor(path: string, type: string, fix: string) {
    super(
      `${path || 'the manifest'} cannot be written as YAML; received ${type}; ` +
        'allowed: objects, lists, strings, finite numbers, booleans and null; ' +
        `fix: ${fix}`,
    );
    this.stack = `${this.name}: ${this.message}`;
    this.#path = path;
    this.#type = type;
    this.#fix = fix;
  }

  /** The field, as the API server writes it: `spec.ports[0].name`. Empty for the manifest itself. */
  get path(): string {
    return this.#path;
  }

  /** What the value is: `a Date`. */
  get type(): string {
    return this.#type;
  }

  /** What the caller most likely wants to do. */
  get fix(): string {
    return this.#fix;
  }
}
