import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'] as const;
const ALONE = 'ReadWriteOncePod';

/**
 * Judges how a volume, or a claim, may be mounted; ReadWriteOncePod stands alone.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export function validateAccessModes(
  modes: readonly string[] = [],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (modes.length === 0) {
    errors.required(path, `must hold one or more of ${MODES.join(', ')}`);
    return;
  }
  let others = false;
  for (const mode of modes) {
    if (!isMode(mode)) errors.notSupported(path, mode, MODES);
    else if (mode !== ALONE) others = true;
  }
  if (others && modes.includes(ALONE)) errors.forbidden(path, `must not hold ${ALONE} with other modes`);
}

function isMode(mode: string): boolean {
  return (MODES as readonly string[]).includes(mode);
}
