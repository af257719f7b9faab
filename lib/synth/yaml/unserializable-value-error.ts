/** What is thrown for a value in a manifest that is not plain data, so that YAML has no text for it. */
export class UnserializableValueError extends Error {
  override readonly name = 'UnserializableValueError';

  constructor(
    /** The field, as the API server writes it: `spec.ports[0].name`. Empty for the manifest itself. */
    readonly path: string,
    /** What the value is: `a Date`. Never the value, which may be a secret. */
    readonly type: string,
    /** What the caller most likely wants to do. */
    readonly fix: string,
  ) {
    super(
      `${path || 'the manifest'} cannot be written as YAML; received ${type}; ` +
        'allowed: objects, lists, strings, finite numbers, booleans and null; ' +
        `fix: ${fix}`,
    );
  }
}
