import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** What happens to a container when a resource of it is changed in place. */
export interface ResizePolicy {
  readonly resourceName?: string;
  readonly restartPolicy?: string;
}

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

/**
 * Judges what happens to a container when resources of it are changed in place.
 *
 * @param podRestarts whether the pod's restart policy allows restarts.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
 */
export function validateResizePolicy(
  policies: readonly ResizePolicy[],
  podRestarts: boolean,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const resources = new Set<string>();
  for (const [index, { resourceName = '', restartPolicy = '' }] of policies.entries()) {
    if (resources.has(resourceName)) errors.duplicate(path.index(index), resourceName);
    resources.add(resourceName);
    validateOneOf(resourceName, RESOURCES, 'resourceName', path, errors);
    validateOneOf(restartPolicy, POLICIES, 'restartPolicy', path, errors);
    if (!podRestarts && restartPolicy !== 'NotRequired') {
      errors.invalid(path, restartPolicy, "must be NotRequired, as the pod's restartPolicy is Never");
    }
  }
}

/** The server has these errors at the list. */
function validateOneOf(
  value: string,
  allowed: readonly string[],
  field: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (value === '') errors.required(path, `must set ${field}`);
  else if (!allowed.includes(value)) errors.notSupported(path, value, allowed);
}
