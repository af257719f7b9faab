import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type Container, type PodContext, validateContainer, validateImageOfPod } from './container';
import { containerGates } from './container-gates';
import { type HostPorts, validateHostNetworkPorts, validateUniqueHostPorts } from './container-ports';
import { type EphemeralContainer, validateEphemeralContainers } from './ephemeral-containers';
import { validateLifecycle } from './handlers';
import { validateInitContainers } from './init-containers';
import type { PodVolumes } from './mounts';
import { validateProbes } from './probes';
import { validateRestartPolicy } from './restart-policy';

/** The fields of a pod's spec by which its containers are judged. */
interface PodSpec {
  readonly containers?: readonly Container[];
  readonly ephemeralContainers?: readonly EphemeralContainer[];
  readonly hostNetwork?: boolean;
  readonly hostUsers?: boolean;
  readonly initContainers?: readonly Container[];
  readonly os?: { readonly name?: string };
  readonly resourceClaims?: readonly { readonly name?: string }[];
  readonly restartPolicy?: string;
  readonly terminationGracePeriodSeconds?: number;
}

const NO_CONTAINERS: readonly Container[] = [];
const NO_NAMES: ReadonlySet<string> = new Set();
const OWN_NETWORK: HostPorts = { hostNetwork: false, defaulted: false };
const DEFAULT_GRACE = 30;

/**
 * The API server's validation of a pod's containers, init containers and ephemeral containers, and of the fields of
 * the pod by what its containers are: their host ports under `hostNetwork`, their security under `os`, and
 * their devices under `hostUsers`.
 *
 * @param volumes the pod's volumes; a StatefulSet's claim templates are volumes too.
 * @param template whether the spec is that of a template, whose pods a controller makes; not that of a pod.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export function validateContainers(
  spec: Data,
  volumes: PodVolumes,
  path: FieldPath,
  errors: FieldErrors,
  template: boolean,
): void {
  const { containers = NO_CONTAINERS, initContainers, ephemeralContainers } = spec as PodSpec;
  const pod = contextOf(spec as PodSpec, volumes, template, errors);
  const names = new Set<string>();
  validateMainContainers(containers, names, pod, path.child('containers'), errors);
  if (initContainers !== undefined) {
    validateInitContainers(initContainers, names, pod, path.child('initContainers'), errors);
  }
  if (ephemeralContainers !== undefined) {
    for (const { name = '' } of initContainers ?? []) names.add(name);
    validateEphemeralContainers(ephemeralContainers, names, pod, path.child('ephemeralContainers'), errors);
  }
}

function contextOf(spec: PodSpec, volumes: PodVolumes, template: boolean, errors: FieldErrors): PodContext {
  const { resourceClaims, terminationGracePeriodSeconds = DEFAULT_GRACE, hostNetwork = false } = spec;
  const gates = containerGates(errors.version);
  return {
    gates,
    template,
    volumes,
    resourceClaims: resourceClaims ? new Set(resourceClaims.map(({ name = '' }) => name)) : NO_NAMES,
    // a negative time of a pod is one second
    grace: terminationGracePeriodSeconds < 0 && !template ? 1 : terminationGracePeriodSeconds,
    restarts: spec.restartPolicy !== 'Never',
    hostUsers: !gates.userNamespaces || spec.hostUsers !== false,
    hostPorts: hostNetwork ? { hostNetwork, defaulted: !template } : OWN_NETWORK,
    os: spec.os?.name ?? '',
  };
}

/** Judges the containers that run for as long as the pod does. */
function validateMainContainers(
  containers: readonly Container[],
  names: Set<string>,
  pod: PodContext,
  list: FieldPath,
  errors: FieldErrors,
): void {
  if (containers.length === 0) errors.required(list, 'must hold a container');
  const taken = new Set<string>();
  for (let index = 0; index < containers.length; index++) {
    const container = containers[index];
    const { name = '', ports, lifecycle } = container;
    const path = list.index(index);
    validateContainer(container, pod, path, errors, !pod.template);
    if (!pod.template) validateImageOfPod(container, path, errors);
    if (names.has(name)) errors.duplicate(path.child('name'), name);
    names.add(name);
    if (lifecycle) validateLifecycle(lifecycle, pod.grace, pod.gates, path.child('lifecycle'), errors);
    validateProbes(container, pod.grace, pod.gates, path, errors);
    validateRestartPolicy(container, pod.gates, path, errors);
    if (ports === undefined) continue;
    validateUniqueHostPorts(ports, pod.hostPorts, taken, path, errors);
    if (pod.hostPorts.hostNetwork) validateHostNetworkPorts(ports, pod.hostPorts, path, errors);
  }
}
