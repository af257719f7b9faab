import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { type QuantityValue, validateNonnegativeQuantity } from '../quantities';
import type { Validator } from '../validator';

interface CsiStorageCapacity {
  readonly storageClassName?: string;
  readonly nodeTopology?: LabelSelector;
  readonly capacity?: QuantityValue;
}

/**
 * The API server's validation of CSIStorageCapacities, which CSI drivers write.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-capacity/
 */
export const validateCsiStorageCapacity: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { storageClassName = '', nodeTopology, capacity } = object as CsiStorageCapacity;
  validateLabelSelector(nodeTopology, FieldPath.of('nodeTopology'), errors);
  const complaints = dnsSubdomainComplaints(storageClassName);
  errors.invalidEach(FieldPath.of('storageClassName'), storageClassName, complaints);
  if (capacity !== undefined) validateNonnegativeQuantity(capacity, FieldPath.of('capacity'), errors);
};
