import { MACHINE_DISK } from './disk';
import { asideOf, placeOf } from './output-place';

/**
 * Whether there is anything that a process may have left behind that was killed while it wrote an output into a
 * folder, so that `recoverOutput` has to look at it; true as well where that cannot be told.
 */
export function isAnythingLeftBehind(folder: string): boolean {
  try {
    const { previous, next, old, lock, lockInside, work } = placeOf(folder, MACHINE_DISK);
    return [previous, next, old, lock, asideOf(lock), lockInside, asideOf(lockInside), work].some(
      path => MACHINE_DISK.status(path) !== undefined,
    );
  } catch {
    return true;
  }
}
