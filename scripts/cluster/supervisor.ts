/**
 * Keeps the programs of control planes running, and ends with whoever started it: `startSupervisor` forks this file.
 * A program that ends is started again. When the other side of the channel is gone, however it went, every program
 * is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import type { Program, SupervisorMessage, SupervisorOrder } from './supervision';

/** A program that ends more often than this never gets going. */
const MOST_RESTARTS = 20;

const running = new Set<ChildProcess>();
const adopted = new Set<number>();
let stopping = false;

function start(program: Program, restarts = 0): void {
  const log = openSync(program.log, 'a');
  const child = spawn(program.path, program.args, { stdio: ['ignore', log, log], env: program.env });
  running.add(child);
  child.once('error', error => report({ failed: program.name, reason: error.message }));
  child.once('spawn', () => writeFileSync(program.pidFile, String(child.pid)));
  child.once('exit', (code, signal) => {
    running.delete(child);
    if (stopping) return;
    if (restarts < MOST_RESTARTS) start(program, restarts + 1);
    else report({ failed: program.name, reason: `it ended with ${signal ?? code}, again and again` });
  });
}

function report(message: SupervisorMessage): void {
  process.send?.(message);
}

function stop(): void {
  stopping = true;
  // Nothing that they hold outlives the run, so that there is nothing to shut down in order.
  for (const child of running) child.kill('SIGKILL');
  for (const pid of adopted) kill(pid);
  process.exit(0);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('message', (order: SupervisorOrder) => {
  if ('start' in order) start(order.start);
  else adopted.add(order.adopt);
});
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
