/** What an alias stands for. */
export interface Anchored {
  readonly value: unknown;
  /** How many values it is, those of aliases in it counted. */
  size: number;
  /** Whether its text has not ended yet. */
  open: boolean;
}

/** A map or list whose text has begun and not ended. */
export class OpenCollection {
  /** How many values it holds, itself and those of aliases counted. */
  size = 1;
  /** The field that the next value is for. Undefined: a key comes next. Null: the key was none. */
  key: string | null | undefined;
  /** Where that key begins. */
  keyStart = -1;
  /** Whether that key is `<<`. */
  isMerge = false;

  /** Fields that came from a `<<`, and that may be set again. */
  private merged: Set<string> | undefined;

  constructor(
    readonly isMap: boolean,
    readonly value: Record<string, unknown> | unknown[],
    /** Where it begins. */
    readonly start: number,
    readonly anchored: Anchored | undefined,
  ) {}

  /** Whether the next node is a key. */
  get awaitsKey(): boolean {
    return this.isMap && this.key === undefined;
  }

  /** What its path adds to that of what it is in. */
  get pathPart(): string {
    if (!this.isMap) return `[${(this.value as unknown[]).length}]`;
    return this.isMerge || this.key == null ? '' : `.${this.key}`;
  }

  /** Is ready for the next key. */
  awaitKey(): void {
    this.key = undefined;
    this.isMerge = false;
  }

  /** Sets the field of the key. Whether it was set before. */
  setField(value: unknown): boolean {
    const fields = this.value as Record<string, unknown>;
    const key = this.key as string;
    const again = Object.hasOwn(fields, key) && !this.merged?.delete(key);
    setOwn(fields, key, value);
    return again;
  }

  /** Copies the fields of a map into this one. Whether it overrode some that were set before. */
  mergeFields(source: Record<string, unknown>): boolean {
    const fields = this.value as Record<string, unknown>;
    this.merged ??= new Set();
    let overrides = false;
    for (const key of Object.keys(source)) {
      overrides ||= Object.hasOwn(fields, key) && !this.merged.has(key);
      this.merged.add(key);
      setOwn(fields, key, source[key]);
    }
    return overrides;
  }
}

/** The path of the value that comes next, as the API server writes it. */
export function pathOf(open: readonly OpenCollection[]): string {
  return open
    .map(({ pathPart }) => pathPart)
    .join('')
    .replace(/^\./, '');
}

/** A key called `__proto__` is a field like any other. */
function setOwn(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
  } else fields[key] = value;
}
