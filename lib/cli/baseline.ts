import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { groupOf } from '../kubernetes/api-kinds';
import type { Finding } from '../verify';
import { UsageError } from './usage-error';

/** A finding that stood when the baseline was written. */
interface BaselineEntry {
  readonly rule: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** The field; places in lists are left out, as they shift. */
  readonly path: string;
  /** How many findings are alike in this. */
  readonly count: number;
}

/** What a baseline leaves of findings. */
export interface BaselineResult<T extends Finding> {
  /** Those that are new. */
  readonly findings: readonly T[];
  /** Those that stood before. */
  readonly known: readonly T[];
  /** How many findings of the baseline there are no longer. */
  readonly gone: number;
}

/** The findings that stand and are accepted as they are, so that only new ones are reported. */
export class Baseline {
  private constructor(private readonly counts: ReadonlyMap<string, number>) {}

  /** The baseline that these findings make. */
  static of(findings: readonly Finding[]): Baseline {
    const counts = new Map<string, number>();
    for (const finding of findings) {
      const key = keyOf(finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return new Baseline(counts);
  }

  /** @throws UsageError when the file is not there, or is no baseline. */
  static read(cwd: string, file: string): Baseline {
    const path = resolve(cwd, file);
    const shown = relative(cwd, path);
    if (!existsSync(path)) {
      throw new UsageError(`${shown}: there is no baseline`, `write it with --write-baseline ${shown}`);
    }
    const entries = entriesIn(readFileSync(path, 'utf8'));
    if (!entries)
      throw new UsageError(`${shown}: is no baseline`, `write it again with --write-baseline ${shown}`);
    return new Baseline(new Map(entries.map(({ count, ...entry }) => [textOf(entry), count])));
  }

  /** Takes out what the baseline knows: of findings that are alike, as many as it counts. */
  apply<T extends Finding>(all: readonly T[]): BaselineResult<T> {
    const left = new Map(this.counts);
    const findings: T[] = [];
    const known: T[] = [];
    for (const finding of all) {
      const key = keyOf(finding);
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      (count > 0 ? known : findings).push(finding);
    }
    const gone = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
    return { findings, known, gone };
  }

  /** Writes it, a finding a line and in order, so that a change of it can be reviewed. */
  write(cwd: string, file: string): void {
    const lines = [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => JSON.stringify({ ...(JSON.parse(key) as object), count }));
    const text = lines.length === 0 ? '[]\n' : `[\n  ${lines.join(',\n  ')}\n]\n`;
    try {
      writeFileSync(resolve(cwd, file), text);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new UsageError(
        `${file}: cannot be written (${code ?? message})`,
        'name a file that you may write',
      );
    }
  }
}

function keyOf({ rule, object, path }: Finding): string {
  const { apiVersion, kind, namespace, name } = object;
  const group = groupOf(apiVersion);
  return textOf({
    rule,
    kind: group === '' ? kind : `${group}/${kind}`,
    ...(namespace !== undefined && { namespace }),
    name,
    path: path.replace(/\[\d+\]/g, '[]'),
  });
}

/** A text for each entry, with its fields in one order, whatever the order in the file. */
function textOf({ rule, kind, namespace, name, path }: Omit<BaselineEntry, 'count'>): string {
  return JSON.stringify({ rule, kind, namespace, name, path });
}

function entriesIn(text: string): BaselineEntry[] | undefined {
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { rule, kind, name, path, count } = entry as Partial<BaselineEntry>;
  return [rule, kind, name, path].every(text => typeof text === 'string') && Number.isInteger(count);
}
