import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type Container, type PodContext, validateContainer, validateImageOfPod } from './container';
import { validateUniqueHostPorts } from './container-ports';
import { isDroppedLifecycle, validateLifecycle } from './handlers';
import { validateProbes } from './probes';
import { isSidecar, validateInitRestartPolicy } from './restart-policy';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/**
 * Judges the init containers of a pod, sidecars among them.
 *
 * @param names names of the pod's containers; those of the init containers are added.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 */
export function validateInitContainers(
  containers: readonly Container[],
  names: Set<string>,
  pod: PodContext,
  list: FieldPath,
  errors: FieldErrors,
): void {
  for (let index = 0; index < containers.length; index++) {
    const container = containers[index];
    const { name = '', ports } = container;
    const path = list.index(index);
    validateContainer(container, pod, path, errors, !pod.template);
    if (!pod.template) validateImageOfPod(container, path, errors);
    if (names.has(name)) errors.duplicate(path.child('name'), name);
    else if (name !== '') names.add(name);
    // they run one by one, and the server gives each the path of the first
    if (ports) validateUniqueHostPorts(ports, pod.hostPorts, new Set(), list.index(0), errors);
    validateInitRestartPolicy(container, pod.gates, path, errors);
    if (isSidecar(container, pod.gates)) {
      if (container.lifecycle) {
        validateLifecycle(container.lifecycle, pod.grace, pod.gates, path.child('lifecycle'), errors);
      }
      validateProbes(container, pod.grace, pod.gates, path, errors);
    } else forbidWhatSidecarsHave(container, pod, path, errors);
  }
}

function forbidWhatSidecarsHave(
  container: Container,
  { gates }: PodContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const message = 'must not be set for an init container unless its restartPolicy is Always';
  const { lifecycle, resizePolicy = [] } = container;
  if (lifecycle && !isDroppedLifecycle(lifecycle, gates)) errors.forbidden(path.child('lifecycle'), message);
  for (const probe of PROBES) {
    if (container[probe] !== undefined) errors.forbidden(path.child(probe), message);
  }
  if (!gates.resizeOfSidecarsAlone) return;
  for (const [index, { restartPolicy }] of resizePolicy.entries()) {
    if (restartPolicy !== 'RestartContainer') continue;
    errors.invalid(path.child('resizePolicy').index(index).child('restartPolicy'), restartPolicy, message);
  }
}
