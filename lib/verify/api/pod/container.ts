import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateContainerResourceName } from '../quantities';
import {
  type ResourceRequirements,
  validateResourceClaims,
  validateResourceRequirements,
} from '../resource-requirements';
import type { ContainerGates } from './container-gates';
import { type ContainerPort, type HostPorts, validateContainerPorts } from './container-ports';
import {
  type ContainerSecurity,
  validateContainerSecurity,
  validateSecurityForOs,
} from './container-security';
import { type EnvFromSource, type EnvVar, validateEnv, validateEnvFrom } from './env';
import type { Lifecycle } from './handlers';
import { type Mounts, type PodVolumes, validateMounts } from './mounts';
import type { Probes } from './probes';
import { type ResizePolicy, validateResizePolicy } from './resize-policy';
import type { RestartPolicy } from './restart-policy';

/** A container of a pod, of whatever list. */
export interface Container extends Mounts, Probes, RestartPolicy {
  readonly name?: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly EnvFromSource[];
  readonly lifecycle?: Lifecycle;
  readonly ports?: readonly ContainerPort[];
  readonly resizePolicy?: readonly ResizePolicy[];
  readonly resources?: ResourceRequirements;
  readonly securityContext?: ContainerSecurity;
  readonly terminationMessagePolicy?: string;
}

/** What a container is judged by beside itself. */
export interface PodContext {
  readonly gates: ContainerGates;
  /** Whether the pod is one that a controller makes of this template. */
  readonly template: boolean;
  readonly volumes: PodVolumes;
  /** Names of the pod's claims of devices. */
  readonly resourceClaims: ReadonlySet<string>;
  /** How many seconds the pod has to stop. */
  readonly grace: number;
  /** Whether the pod's restart policy allows restarts. */
  readonly restarts: boolean;
  /** Whether the pod uses the users of its node. */
  readonly hostUsers: boolean;
  readonly hostPorts: HostPorts;
  /** The operating system that the pod names; empty where it names none. */
  readonly os: string;
}

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];

/**
 * Judges what is asked of a container of every list.
 *
 * @param limitsAreRequests whether a missing request is the limit.
 */
export function validateContainer(
  container: Container,
  pod: PodContext,
  path: FieldPath,
  errors: FieldErrors,
  limitsAreRequests: boolean,
): void {
  const { name = '', image = '', imagePullPolicy, terminationMessagePolicy } = container;
  const { gates } = pod;
  if (name === '') errors.required(path.child('name'));
  else {
    errors.invalidField(path, 'name', name, dnsLabelComplaints(name));
  }
  if (image === '') errors.required(path.child('image'));
  if (imagePullPolicy && !PULL_POLICIES.includes(imagePullPolicy)) {
    errors.notSupported(path.child('imagePullPolicy'), imagePullPolicy, PULL_POLICIES);
  }
  if (terminationMessagePolicy && !MESSAGE_POLICIES.includes(terminationMessagePolicy)) {
    errors.notSupported(path.child('terminationMessagePolicy'), terminationMessagePolicy, MESSAGE_POLICIES);
  }
  if (container.ports !== undefined) validateContainerPorts(container.ports, pod.hostPorts, path, errors);
  if (container.env !== undefined) validateEnv(container.env, pod.volumes, gates, path, errors);
  if (container.envFrom !== undefined) validateEnvFrom(container.envFrom, gates, path, errors);
  if (container.volumeMounts !== undefined || container.volumeDevices !== undefined) {
    validateMounts(container, pod.volumes, gates, path, errors);
    if (!pod.hostUsers && gates.noDevicesInUserNamespace && container.volumeDevices?.length) {
      errors.forbidden(path.child('volumeDevices'), "must not be set where the pod's hostUsers is false");
    }
  }
  validateResources(container, pod, path, errors, limitsAreRequests);
  if (container.securityContext !== undefined) validateSecurity(container.securityContext, pod, path, errors);
}

/** Judges what a pod is asked for its containers, and a template is not: an image without white space around. */
export function validateImageOfPod({ image = '' }: Container, path: FieldPath, errors: FieldErrors): void {
  if (image !== image.trim()) {
    errors.invalid(path.child('image'), image, 'must not begin or end with white space');
  }
}

function validateResources(
  { resources, resizePolicy }: Container,
  pod: PodContext,
  path: FieldPath,
  errors: FieldErrors,
  limitsAreRequests: boolean,
): void {
  if (resources !== undefined) {
    const at = path.child('resources');
    validateResourceRequirements(resources, at, errors, validateContainerResourceName, limitsAreRequests);
    if (resources.claims !== undefined && pod.gates.resourceClaims) {
      validateResourceClaims(resources.claims, pod.resourceClaims, at.child('claims'), errors);
    }
  }
  if (resizePolicy !== undefined && pod.gates.resize) {
    validateResizePolicy(resizePolicy, pod.restarts, path.child('resizePolicy'), errors);
  }
}

function validateSecurity(
  securityContext: ContainerSecurity,
  { gates, hostUsers, os }: PodContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = path.child('securityContext');
  validateContainerSecurity(securityContext, hostUsers, gates, at, errors);
  if (os !== '') validateSecurityForOs(securityContext, os, at, errors);
}
