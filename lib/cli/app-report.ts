import { readFileSync } from 'node:fs';

/** What an app says of its synths, in the file that `DRYDOCK_REPORT` names. */
export interface AppReport {
  /** API objects that were written. */
  readonly objects: number;
  /** What was found, by level. */
  readonly findings: Readonly<Record<string, number>>;
  /** Folders that the app wrote to itself. */
  readonly folders: readonly string[];
  /** Whether a verification failed. */
  readonly isRefused: boolean;
}

interface ReportLine {
  readonly objects?: number;
  readonly findings?: Readonly<Record<string, number>>;
  readonly outdir?: string;
  readonly failed?: string;
}

/** Reads what an app reported; undefined where it reported nothing, as an app of plain cdk8s does. */
export function tryReadAppReport(file: string): AppReport | undefined {
  const lines = linesOf(file);
  if (lines.length === 0) return undefined;
  const findings: Record<string, number> = {};
  for (const line of lines) {
    for (const [level, count] of Object.entries(line.findings ?? {})) {
      findings[level] = (findings[level] ?? 0) + count;
    }
  }
  return {
    objects: lines.reduce((sum, { objects = 0 }) => sum + objects, 0),
    findings,
    folders: lines.flatMap(({ outdir }) => outdir ?? []),
    isRefused: lines.some(({ failed }) => failed === 'verification'),
  };
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
