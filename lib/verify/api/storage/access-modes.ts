import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'] as const;
const ALONE = 'ReadWriteOncePod';

/**
 * Judges how a volume, or a claim, may be mounted; ReadWriteOncePod stands alone.
 *
 * @param spec the path of its spec.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export function validateAccessModes(
  modes: readonly string[] | undefined,
  spec: FieldPath,
  errors: FieldErrors,
): void {
  if (modes === undefined || modes.length === 0) {
    errors.required(spec.child('accessModes'), `must hold one or more of ${MODES.join(', ')}`);
    return;
  }
  let others = false;
  for (const mode of modes) {
    if (!isMode(mode)) errors.notSupported(spec.child('accessModes'), mode, MODES);
    else if (mode !== ALONE) others = true;
  }
  if (others && modes.includes(ALONE)) {
    errors.forbidden(spec.child('accessModes'), `must not hold ${ALONE} with other modes`);
  }
}

function isMode(mode: string): boolean {
  return (MODES as readonly string[]).includes(mode);
}
