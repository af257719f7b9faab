import type { Level } from '../verify';
import { reportFile } from './environment';
import { MACHINE_DISK } from './write-output/disk';

/** What one synth came to. */
export interface SynthReport {
  /** API objects of the app. */
  readonly objects: number;
  /** What was found, by level; nothing where nothing was verified. */
  readonly findings?: Readonly<Record<Level, number>>;
  /** The folder that was written; undefined where none was. */
  readonly outdir?: string;
  /** What failed, where something did. */
  readonly failed?: 'verification';
  /** What it has to say, for readers. */
  readonly message?: string;
}

/**
 * Tells `drydock synth` what a synth came to, where it runs the app: a line of JSON at the end of the file that the
 * variable `DRYDOCK_REPORT` names. A folder for it that is gone is no reason to fail.
 */
export function reportSynth(report: SynthReport): void {
  const file = reportFile();
  if (file === undefined) return;
  const next = `${file}.next`;
  try {
    const before = MACHINE_DISK.status(file) ? MACHINE_DISK.read(file).toString() : '';
    MACHINE_DISK.create(next, `${before}${JSON.stringify(report)}\n`);
    MACHINE_DISK.move(next, file);
  } catch {
    // What was synthesized is there; its number alone is not.
  }
}
