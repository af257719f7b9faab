/**
 * The path of a field, written as the API server writes it: `spec.containers[0].ports[1].name`,
 * `metadata.annotations[example.com/note]`. The text is made only when it is asked for.
 */
export class FieldPath {
  /** The whole object: its text is empty. */
  static readonly ROOT = new FieldPath(undefined, '');

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly part: string,
  ) {}

  /** A path that begins with these fields. */
  static of(first: string, ...more: readonly string[]): FieldPath {
    return new FieldPath(undefined, first).child(...more);
  }

  /** The path of fields below this one. */
  child(...names: readonly string[]): FieldPath {
    let path: FieldPath = this;
    for (const name of names) {
      path = path === FieldPath.ROOT ? new FieldPath(undefined, name) : new FieldPath(path, `.${name}`);
    }
    return path;
  }

  /** The path of an element of the list. */
  index(index: number): FieldPath {
    return new FieldPath(this, `[${index}]`);
  }

  /** The path of an entry of the map. */
  key(key: string): FieldPath {
    return new FieldPath(this, `[${key}]`);
  }

  toString(): string {
    return this.parent === undefined ? this.part : `${this.parent}${this.part}`;
  }
}

/** Whether a path is one of these, or below it. */
export function isWithin(path: string, paths: ReadonlySet<string>): boolean {
  if (paths.size === 0) return false;
  if (paths.has(path)) return true;
  for (let end = path.length - 1; end > 0; end--) {
    if ((path[end] === '.' || path[end] === '[') && paths.has(path.slice(0, end))) return true;
  }
  return false;
}

/** A path in an item of a list, whose own paths begin with this; the item itself for an empty path. */
export function prefixedPath(path: string, prefix: string): string {
  return path === '' ? prefix.slice(0, -1) : `${prefix}${path}`;
}
