import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validateAnnotations, validateLabelField } from '../labels';
import type { ObjectMeta } from '../metadata';
import { type AnnotatedPod, validatePodAnnotations } from './pod-annotations';
import { type PodSpecOptions, validatePodSpec } from './pod-spec';
import { validateProfileAnnotations } from './profile-annotations';

interface PodTemplate {
  readonly metadata?: ObjectMeta;
  readonly spec?: Data;
}

const EMPTY: Data = {};
const NO_META: ObjectMeta = {};

/**
 * The API server's validation of the template that a controller makes pods of. Whether the controller's selector
 * matches it, the controller says.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates
 */
export function validatePodTemplate(
  template: Data,
  path: FieldPath,
  errors: FieldErrors,
  options?: Omit<PodSpecOptions, 'pod'>,
): void {
  const { metadata = NO_META, spec = EMPTY } = template as PodTemplate;
  const specPath = path.child('spec');
  const { labels, annotations } = metadata;
  // the server leaves out metadata, and judges templates like pods otherwise
  validateLabelField(path, 'labels', labels, errors);
  if (annotations) {
    validateAnnotations(annotations, path.child('annotations'), errors);
    validatePodAnnotations(annotations, spec as AnnotatedPod, path.child('annotations'), errors);
    validateProfileAnnotations(annotations, spec, specPath, errors, false);
  }
  validatePodSpec(spec, specPath, errors, options);
}
