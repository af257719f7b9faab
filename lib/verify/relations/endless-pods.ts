import type { PodSource } from './pod-source';

const ENDING = ['batch/Job', 'batch/CronJob'];

/** Whether pods run until they are deleted, so that two sources have theirs at the same time. */
export function runsForEver({ kind, spec }: PodSource): boolean {
  if (kind === 'Pod') return (spec.restartPolicy ?? 'Always') === 'Always';
  return !ENDING.includes(kind);
}
