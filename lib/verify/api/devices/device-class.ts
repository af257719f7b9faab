import { FieldPath } from '../../field-path';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { isExtendedResource } from '../quantities';
import type { Validator } from '../validator';
import { type DeviceConfiguration, validateConfiguration } from './device-configuration';
import { type DeviceSelector, validateSelectors } from './device-selector';
import { MAX_CONFIGURATIONS, validateItems } from './items';

interface DeviceClassSpec {
  readonly selectors?: readonly DeviceSelector[];
  readonly config?: readonly DeviceConfiguration[];
  readonly extendedResourceName?: string;
}

const SPEC = FieldPath.of('spec');

/**
 * Judges a DeviceClass.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#deviceclass
 */
export const validateDeviceClass: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { selectors = [], config = [], extendedResourceName } = (object.spec ?? {}) as DeviceClassSpec;
  validateSelectors(selectors, SPEC.child('selectors'), errors);
  validateItems(config, MAX_CONFIGURATIONS, SPEC.child('config'), errors, (one, at) =>
    validateConfiguration(one, at, errors),
  );
  if (extendedResourceName !== undefined && !isExtendedResource(extendedResourceName)) {
    errors.invalid(
      SPEC.child('extendedResourceName'),
      extendedResourceName,
      'must be the name of an extended resource, such as example.com/gpu',
    );
  }
};
