import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const MODES = ['Block', 'Filesystem'] as const;

/**
 * Judges whether a volume is a file system or a raw device.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode
 */
export function validateVolumeMode(mode: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (mode !== undefined && !(MODES as readonly string[]).includes(mode)) {
    errors.notSupported(path, mode, MODES);
  }
}
