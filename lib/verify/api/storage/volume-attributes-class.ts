import { FieldPath } from '../../field-path';
import type { StringMap } from '../labels';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateClassParameters, validateProvisioner } from './class-parameters';

interface VolumeAttributesClass {
  readonly driverName?: string;
  readonly parameters?: StringMap;
}

const PARAMETERS = FieldPath.of('parameters');

/**
 * The API server's validation of VolumeAttributesClasses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
 */
export const validateVolumeAttributesClass: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { driverName = '', parameters = {} } = object as VolumeAttributesClass;
  validateProvisioner(driverName, FieldPath.of('driverName'), errors);
  validateClassParameters(parameters, PARAMETERS, errors);
  if (Object.keys(parameters).length === 0) errors.required(PARAMETERS, 'must hold a parameter');
};
