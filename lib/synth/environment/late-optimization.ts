import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function V8 runs, in bytes of its bytecode, before it asks whether to optimize it. A short process does
 * most things some thousand times, and optimizing them takes longer than doing them: the threads that optimize take the
 * processor from the one that works.
 */
const LATE = 400_000;
/** What V8 has by itself, in all versions that Node 20 and later are made of. */
const BY_ITSELF = 67_584;

let isLate = false;

/** Has V8 optimize late for as long as the process lives: for processes that are Drydock's own. */
export function optimizeLate(): void {
  if (!isLate && !isSetByUser()) setLate(true);
}

/**
 * Has V8 optimize late while something runs, and no longer: the process is the user's, and whatever is optimized
 * already stays so.
 */
export function optimizingLate<T>(run: () => T): T {
  if (isLate || isSetByUser()) return run();
  setLate(true);
  try {
    return run();
  } finally {
    setLate(false);
  }
}

function setLate(late: boolean): void {
  isLate = late;
  setFlagsFromString(`--interrupt-budget=${late ? LATE : BY_ITSELF}`);
}

/** Whether the user says himself when V8 is to optimize, which Node passes on. */
function isSetByUser(): boolean {
  return [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some(option =>
    /--interrupt[-_]budget=/.test(option),
  );
}
