import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nanosOf, type QuantityValue, type ResourceList, validatePositiveQuantity } from '../quantities';
import { validateAccessModes } from './access-modes';
import { type DataSource, validateDataSources } from './data-source';
import { validateVolumeMode } from './volume-mode';

/** The fields of a claim's spec that are judged. */
export interface ClaimSpec {
  readonly accessModes?: readonly string[];
  readonly selector?: LabelSelector;
  readonly resources?: { readonly requests?: ResourceList };
  readonly storageClassName?: string;
  readonly volumeMode?: string;
  readonly volumeAttributesClassName?: string;
  readonly dataSource?: DataSource;
  readonly dataSourceRef?: DataSource;
}

/**
 * The API server's validation of a claim's spec, be it that of a claim, of a StatefulSet's claim template or of an
 * ephemeral volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export function validatePersistentVolumeClaimSpec(data: Data, path: FieldPath, errors: FieldErrors): void {
  const spec = data as ClaimSpec;
  validateAccessModes(spec.accessModes, path, errors);
  if (spec.selector !== undefined) validateLabelSelector(spec.selector, path.child('selector'), errors);
  validateStorage(spec.resources?.requests?.storage, path, errors);
  const { storageClassName, volumeAttributesClassName } = spec;
  if (storageClassName) {
    errors.invalidField(path, 'storageClassName', storageClassName, dnsSubdomainComplaints(storageClassName));
  }
  if (spec.volumeMode !== undefined) validateVolumeMode(spec.volumeMode, path.child('volumeMode'), errors);
  validateDataSources(spec.dataSource, spec.dataSourceRef, path, errors);
  if (volumeAttributesClassName && !isBefore(errors.version, '1.34')) {
    errors.invalidField(
      path,
      'volumeAttributesClassName',
      volumeAttributesClassName,
      dnsSubdomainComplaints(volumeAttributesClassName),
    );
  }
}

function validateStorage(storage: QuantityValue | undefined, path: FieldPath, errors: FieldErrors): void {
  if (storage !== undefined && (nanosOf(storage) ?? 1n) > 0n) return;
  const storagePath = path.child('resources').key('storage');
  if (storage !== undefined) validatePositiveQuantity(storage, storagePath, errors);
  else errors.required(storagePath, 'is required: say how much in resources.requests.storage');
}
