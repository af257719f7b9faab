import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validateCsiDriverName } from '../pod/csi-source';
import type { Validator } from '../validator';

interface CsiNodeDriver {
  readonly name?: string;
  readonly nodeID?: string;
  readonly allocatable?: { readonly count?: number };
  readonly topologyKeys?: readonly string[];
}

const NODE_ID_MAX = 256;
const DRIVERS = FieldPath.of('spec', 'drivers');

/**
 * The API server's validation of CSINodes, which the kubelets write.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-node-v1/
 */
export const validateCsiNode: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = object.spec as { readonly drivers?: readonly CsiNodeDriver[] } | undefined;
  const names = new Set<string>();
  for (const [index, driver] of (spec?.drivers ?? []).entries()) {
    const path = DRIVERS.index(index);
    const name = driver?.name ?? '';
    validateDriver(driver ?? {}, path, errors);
    if (names.has(name)) errors.duplicate(path.child('name'), name);
    names.add(name);
  }
};

/** The server writes the driver's own path for its topology keys. */
function validateDriver(driver: CsiNodeDriver, path: FieldPath, errors: FieldErrors): void {
  const { name = '', nodeID = '', allocatable, topologyKeys = [] } = driver;
  validateCsiDriverName(name, path.child('name'), errors);
  if (nodeID === '') errors.required(path.child('nodeID'));
  if (nodeID.length > NODE_ID_MAX) {
    errors.invalid(path.child('nodeID'), nodeID, `must be no longer than ${NODE_ID_MAX} characters`);
  }
  const count = allocatable?.count;
  if (count !== undefined && count < 0) {
    errors.invalid(path.child('allocatable', 'count'), count, 'must not be negative');
  }
  const seen = new Set<string>();
  for (const key of topologyKeys) {
    if (!key) errors.required(path, 'must not hold an empty topology key');
    if (seen.has(key)) errors.duplicate(path, key, 'holds a topology key twice');
    seen.add(key);
    errors.invalidEach(path, key, qualifiedNameComplaints(key ?? ''));
  }
}
