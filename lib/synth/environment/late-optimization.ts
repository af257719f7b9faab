import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimize what runs later than it does by itself. A short process does most things some thousand times, and
 * takes longer to optimize them than to do them. For processes that are Drydock's own: to change how a user's runs is
 * not for a library.
 */
export function optimizeLate(): void {
  setFlagsFromString('--interrupt-budget=600000');
}
