import { FieldPath } from '../../field-path';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validatePodTemplate as validateTemplate } from '../pod/template';
import type { Validator } from '../validator';
import { NO_TEMPLATE, type PodTemplate } from './template-owner';

const TEMPLATE = FieldPath.of('template');

/**
 * Judges a PodTemplate, which stands for itself.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/
 */
export const validatePodTemplate: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  validateTemplate((object.template as PodTemplate | undefined) ?? NO_TEMPLATE, TEMPLATE, errors);
};
