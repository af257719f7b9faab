import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { PodTemplate } from './template-owner';

interface DiskVolume {
  readonly gcePersistentDisk?: { readonly readOnly?: boolean };
}

/**
 * Judges that a disk of Google Compute Engine, which several pods are to mount, is mounted read-only. Servers since
 * 1.29 leave that to the disk.
 *
 * @param path the path of the template.
 */
export function validateSharedDisks(template: PodTemplate, path: FieldPath, errors: FieldErrors): void {
  const volumes = template.spec?.volumes as readonly DiskVolume[] | undefined;
  if (volumes === undefined || !isBefore(errors.version, '1.29')) return;
  for (let index = 0; index < volumes.length; index++) {
    const disk = volumes[index].gcePersistentDisk;
    if (!disk || disk.readOnly) continue;
    const readOnly = path.child('spec', 'volumes').index(index).child('gcePersistentDisk', 'readOnly');
    errors.invalid(readOnly, false, 'must be true, as several pods mount the disk');
  }
}
