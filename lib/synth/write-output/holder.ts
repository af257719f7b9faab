import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';
import { isProcessRunning, processId } from '../environment/process-identity';

/** Who holds a lock, and what is known of the others who may. */
export interface Holder {
  /** Its name, which is what the lock says. */
  readonly name: string;
  /** Whether the holder of that name, of this machine, has ended; unknown where it is of another one. */
  hasEnded(name: string): boolean | undefined;
  /** Waits for a moment; false where it has waited long enough. */
  wait(count: number): boolean;
}

/** How long one wait takes, in milliseconds, and how many there are: a minute. */
const PAUSE = 5;
const WAITS = 12_000;

/** This thread of this process. */
export const THIS_PROCESS: Holder = {
  name: nameOf(processId),
  hasEnded: name => {
    const [id = '', , , ...host] = name.split(' ');
    if (host.join(' ') !== hostname()) return undefined;
    const start = startOf(Number(id));
    return !isProcessRunning(Number(id)) || (start !== '' && start !== name.split(' ')[1]);
  },
  wait: count => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    return count < WAITS;
  },
};

function nameOf(id: number): string {
  return `${id} ${startOf(id) || '-'} ${threadId} ${hostname()}`;
}

/** When a process was started, in the kernel's own unit; empty where the system does not say. */
function startOf(id: number): string {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold spaces and parentheses of its own.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
