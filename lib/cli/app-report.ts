import { readFileSync } from 'node:fs';

/** What an app says of its synths, in the file that `DRYDOCK_REPORT` names. */
export interface AppReport {
  /** API objects that were written. */
  readonly objects: number;
  /** What was found, by level; undefined where nothing was verified. */
  readonly findings?: Readonly<Record<string, number>>;
  /** Folders that the app wrote to itself. */
  readonly folders: readonly string[];
  /** Whether a verification failed. */
  readonly isRefused: boolean;
  /** What the verification that failed last has to say, for readers. */
  readonly refusal?: string;
}

interface ReportLine {
  readonly objects?: number;
  readonly findings?: Readonly<Record<string, number>>;
  readonly outdir?: string;
  readonly failed?: string;
  readonly message?: string;
}

/** Reads what an app reported; undefined where it reported nothing, as an app of plain cdk8s does. */
export function tryReadAppReport(file: string): AppReport | undefined {
  const lines = linesOf(file);
  if (lines.length === 0) return undefined;
  const refused = lines.filter(({ failed }) => failed === 'verification');
  const refusal = refused.at(-1)?.message;
  return {
    objects: lines.reduce((sum, { objects = 0 }) => sum + objects, 0),
    findings: findingsIn(lines),
    folders: lines.flatMap(({ outdir }) => outdir ?? []),
    isRefused: refused.length > 0,
    ...(refusal !== undefined && { refusal }),
  };
}

function findingsIn(lines: readonly ReportLine[]): AppReport['findings'] {
  const verified = lines.flatMap(({ findings }) => (findings ? [findings] : []));
  if (verified.length === 0) return undefined;
  const sums: Record<string, number> = {};
  for (const [level, count] of verified.flatMap(findings => Object.entries(findings))) {
    sums[level] = (sums[level] ?? 0) + count;
  }
  return sums;
}

/** A line that a killed app wrote in part is none. */
function linesOf(file: string): ReportLine[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line): ReportLine[] => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null ? [value] : [];
    } catch {
      return [];
    }
  });
}
