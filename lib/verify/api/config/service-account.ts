import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

/**
 * Judges a ServiceAccount: its metadata alone, as the server does.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export const validateServiceAccount: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
};
