import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type Container, type PodContext, validateContainer, validateImageOfPod } from './container';
import { isDroppedLifecycle } from './handlers';

/** A container that is added to a running pod. */
export interface EphemeralContainer extends Container {
  readonly targetContainerName?: string;
}

/** What no container that comes later may have. */
const FORBIDDEN = ['ports', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

const RESTART_FIELDS = ['restartPolicy', 'restartPolicyRules'] as const;
const MESSAGE = 'must not be set for an ephemeral container';

/**
 * Judges the ephemeral containers of a pod. No pod can be created with any; they are judged all the same.
 *
 * @param names names of the pod's containers and init containers.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
 */
export function validateEphemeralContainers(
  containers: readonly EphemeralContainer[],
  names: ReadonlySet<string>,
  pod: PodContext,
  list: FieldPath,
  errors: FieldErrors,
): void {
  if (containers.length === 0) return;
  errors.forbidden(list, 'must not be set when a pod is created', { fix: 'add them with kubectl debug' });
  const taken = new Set(names);
  // their ports are not set to those of the host, as they may have none
  const place: PodContext = { ...pod, hostPorts: { ...pod.hostPorts, defaulted: false } };
  for (const [index, container] of containers.entries()) {
    const { name = '', targetContainerName } = container;
    const path = list.index(index);
    validateContainer(container, place, path, errors, false);
    validateImageOfPod(container, path, errors);
    if (taken.has(name)) errors.duplicate(path.child('name'), name);
    taken.add(name);
    if (targetContainerName && !names.has(targetContainerName)) {
      errors.notFound(
        path.child('targetContainerName'),
        targetContainerName,
        'must be a container of the pod',
      );
    }
    validateFields(container, pod, path, errors);
  }
}

function validateFields(
  container: EphemeralContainer,
  pod: PodContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { gates } = pod;
  const { lifecycle, resources, resizePolicy, volumeMounts = [] } = container;
  for (const field of FORBIDDEN) {
    if (container[field] !== undefined) errors.forbidden(path.child(field), MESSAGE);
  }
  if (lifecycle && !isDroppedLifecycle(lifecycle, gates)) errors.forbidden(path.child('lifecycle'), MESSAGE);
  if (resources?.limits ?? resources?.requests ?? (gates.resourceClaims && resources?.claims)) {
    errors.forbidden(path.child('resources'), MESSAGE);
  }
  if (resizePolicy !== undefined && gates.resize) errors.forbidden(path.child('resizePolicy'), MESSAGE);
  for (const field of RESTART_FIELDS) {
    if (container[field] !== undefined && !gates.restartPolicyDropped)
      errors.forbidden(path.child(field), MESSAGE);
  }
  for (const [index, { subPath, subPathExpr }] of volumeMounts.entries()) {
    const at = path.child('volumeMounts').index(index);
    if (subPath) errors.forbidden(at.child('subPath'), MESSAGE);
    if (subPathExpr) errors.forbidden(at.child('subPathExpr'), MESSAGE);
  }
}
