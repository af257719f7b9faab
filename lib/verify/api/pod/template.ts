import type { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type PodSpecOptions, validatePodSpec } from './pod-spec';

const EMPTY: Data = {};

/** The API server's validation of the template that a controller makes pods of. */
export function validatePodTemplate(
  template: Data,
  path: FieldPath,
  errors: FieldErrors,
  options: Omit<PodSpecOptions, 'template'> = {},
): void {
  const spec = isData(template.spec) ? template.spec : EMPTY;
  validatePodSpec(spec, path.child('spec'), errors, { ...options, template: true });
}
