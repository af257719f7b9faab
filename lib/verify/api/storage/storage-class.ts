import { FieldPath } from '../../field-path';
import type { StringMap } from '../labels';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type TopologySelectorTerm, validateAllowedTopologies } from './allowed-topologies';
import { validateClassParameters, validateProvisioner } from './class-parameters';

interface StorageClass {
  readonly provisioner?: string;
  readonly parameters?: StringMap;
  readonly reclaimPolicy?: string;
  readonly volumeBindingMode?: string;
  readonly allowedTopologies?: readonly TopologySelectorTerm[];
}

const RECLAIM_POLICIES = ['Delete', 'Retain'] as const;
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'] as const;

/**
 * The API server's validation of StorageClasses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 */
export const validateStorageClass: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const {
    provisioner = '',
    parameters,
    reclaimPolicy,
    volumeBindingMode,
    allowedTopologies,
  } = object as StorageClass;
  validateProvisioner(provisioner, FieldPath.of('provisioner'), errors);
  validateClassParameters(parameters, FieldPath.of('parameters'), errors);
  if (reclaimPolicy && !(RECLAIM_POLICIES as readonly string[]).includes(reclaimPolicy)) {
    errors.notSupported(FieldPath.of('reclaimPolicy'), reclaimPolicy, RECLAIM_POLICIES);
  }
  if (volumeBindingMode !== undefined && !(BINDING_MODES as readonly string[]).includes(volumeBindingMode)) {
    errors.notSupported(FieldPath.of('volumeBindingMode'), volumeBindingMode, BINDING_MODES);
  }
  if (allowedTopologies !== undefined) {
    validateAllowedTopologies(allowedTopologies, FieldPath.of('allowedTopologies'), errors);
  }
};
