/**
 * The path of a field, written as the API server writes it: `spec.containers[0].ports[1].name`,
 * `metadata.annotations[example.com/note]`. The text is made only when it is asked for.
 */
export class FieldPath {
  /** The whole object: its text is empty. */
  static readonly ROOT = new FieldPath(undefined, '', false);

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly name: string | number,
    /** Whether it is an element of a list or an entry of a map. */
    private readonly inBrackets: boolean,
  ) {}

  /** A path that begins with these fields. */
  static of(first: string, ...more: readonly string[]): FieldPath {
    return more.reduce((path, name) => path.child(name), new FieldPath(undefined, first, false));
  }

  /** The path of a field below this one, of one below that, and of a third one. */
  child(name: string, below?: string, deepest?: string): FieldPath {
    const path = new FieldPath(this, name, false);
    if (below === undefined) return path;
    return deepest === undefined ? path.child(below) : path.child(below, deepest);
  }

  /** The path of an element of the list. */
  index(index: number): FieldPath {
    return new FieldPath(this, index, true);
  }

  /** The path of an entry of the map. */
  key(key: string): FieldPath {
    return new FieldPath(this, key, true);
  }

  toString(): string {
    const above = this.parent === undefined ? '' : this.parent.toString();
    if (this.inBrackets) return `${above}[${this.name}]`;
    return above === '' ? `${this.name}` : `${above}.${this.name}`;
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
