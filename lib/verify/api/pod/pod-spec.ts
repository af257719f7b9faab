import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateLabels } from '../labels';
import { effectiveName, type ObjectMeta } from '../metadata';
import { type ResourceList, validateContainerResourceName } from '../quantities';
import { validateResourceRequirements } from '../resource-requirements';
import { type Affinity, validateAffinity } from './affinity';
import { withClaimVolumes } from './claim-volumes';
import { validateContainers } from './containers';
import { type PodDns, validatePodDns } from './dns';
import type { PodContainers } from './each-container';
import { validateHostProcess } from './host-process';
import { validateOs } from './operating-system';
import { type SizedPod, validatePodResources } from './pod-resources';
import {
  type PodNamespaces,
  type PodSecurityContext,
  validateNamespaces,
  validatePodSecurityContext,
} from './pod-security-context';
import { type PodResourceClaim, validatePodResourceClaims } from './resource-claims';
import { type Toleration, validateTolerations } from './tolerations';
import { type TopologySpreadConstraint, validateTopologySpread } from './topology-spread';
import type { Volume } from './volume';
import { validateVolumes } from './volumes';

/** What differs by where a pod spec stands. */
export interface PodSpecOptions {
  /**
   * The metadata of the pod whose spec it is.
   *
   * @default - it is the spec of a template, whose pods a controller makes
   */
  readonly pod?: ObjectMeta;
  /**
   * Names of the claim templates of the StatefulSet whose template it stands in: each is the name of a volume, and
   * the set gives its pods their host names and subdomain.
   *
   * @default - it does not stand in a StatefulSet
   */
  readonly claimTemplates?: readonly string[];
}

/** The fields of a pod's spec that are judged beside its containers. */
interface PodSpec extends Omit<SizedPod, keyof PodContainers>, PodContainers, PodDns, PodNamespaces {
  readonly activeDeadlineSeconds?: number;
  readonly affinity?: Affinity;
  readonly nodeName?: string;
  readonly nodeSelector?: StringMap;
  readonly overhead?: ResourceList;
  readonly preemptionPolicy?: string;
  readonly priorityClassName?: string;
  readonly readinessGates?: readonly { readonly conditionType?: string }[];
  readonly resourceClaims?: readonly PodResourceClaim[];
  readonly restartPolicy?: string;
  readonly runtimeClassName?: string;
  readonly schedulingGates?: readonly { readonly name?: string }[];
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccount?: string;
  readonly serviceAccountName?: string;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly volumes?: readonly Volume[];
}

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const DEADLINE_MAX = 2 ** 31 - 1;
const NO_VOLUMES: readonly Volume[] = [];
const NO_LABELS: StringMap = {};

/**
 * The API server's validation of a pod's spec. Which restart policies and deadlines the pods of a workload may have,
 * the workload says.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export function validatePodSpec(
  data: Data,
  path: FieldPath,
  errors: FieldErrors,
  { pod, claimTemplates }: PodSpecOptions = {},
): void {
  const spec = claimTemplates ? withClaimVolumes(data, claimTemplates) : data;
  const { volumes = NO_VOLUMES, resourceClaims, securityContext } = spec as PodSpec;
  const gatesOf133 = !isBefore(errors.version, '1.33');
  const gatesOf134 = !isBefore(errors.version, '1.34');
  const usable = validateVolumes(volumes, path.child('volumes'), errors, pod && effectiveName(pod));
  if (resourceClaims && gatesOf134) {
    validatePodResourceClaims(resourceClaims, path.child('resourceClaims'), errors);
  }
  validateContainers(spec, usable, path, errors, { template: pod === undefined });
  if (gatesOf134) validatePodResources(spec as SizedPod, path.child('resources'), errors, pod !== undefined);
  if (securityContext) {
    validatePodSecurityContext(securityContext, spec as PodSpec, path.child('securityContext'), errors);
  }
  validateNamespaces(spec as PodSpec, path, errors);
  validateHostProcess(spec as PodSpec, path, errors);
  validateOs(spec as PodSpec, path, errors, gatesOf133);
  validatePodDns(spec as PodSpec, path, errors);
  validateScheduling(spec as PodSpec, path, errors, pod && (pod.labels ?? NO_LABELS));
  validateNames(spec as PodSpec, path, errors);
  validateLife(spec as PodSpec, path, errors);
}

/** Where and when the pod runs. */
function validateScheduling(
  spec: PodSpec,
  path: FieldPath,
  errors: FieldErrors,
  podLabels: StringMap | undefined,
): void {
  const { affinity, tolerations, topologySpreadConstraints: spread, nodeSelector, overhead } = spec;
  if (nodeSelector) validateLabels(nodeSelector, path.child('nodeSelector'), errors);
  if (affinity) validateAffinity(affinity, path.child('affinity'), errors, podLabels);
  if (tolerations) validateTolerations(tolerations, path.child('tolerations'), errors);
  if (spread) validateTopologySpread(spread, path.child('topologySpreadConstraints'), errors, podLabels);
  if (spec.schedulingGates)
    validateSchedulingGates(spec.schedulingGates, path.child('schedulingGates'), errors);
  if (overhead) {
    const at = path.child('overhead');
    validateResourceRequirements({ limits: overhead }, at, errors, validateContainerResourceName);
  }
  const { preemptionPolicy } = spec;
  if (preemptionPolicy === '') errors.required(path.child('preemptionPolicy'));
  else if (preemptionPolicy !== undefined && !PREEMPTION_POLICIES.includes(preemptionPolicy)) {
    errors.notSupported(path.child('preemptionPolicy'), preemptionPolicy, PREEMPTION_POLICIES);
  }
}

function validateSchedulingGates(
  gates: readonly { readonly name?: string }[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const names = new Set<string>();
  gates.forEach(({ name = '' }, index) => {
    errors.invalidEach(path.index(index), name, qualifiedNameComplaints(name));
    if (names.has(name)) errors.duplicate(path.index(index), name);
    names.add(name);
  });
}

/** Names of other objects. */
function validateNames(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  const { nodeName, priorityClassName, runtimeClassName } = spec;
  const account = spec.serviceAccountName || spec.serviceAccount;
  if (account) validateName(account, 'serviceAccountName', path, errors);
  if (nodeName) validateName(nodeName, 'nodeName', path, errors);
  if (priorityClassName) validateName(priorityClassName, 'priorityClassName', path, errors);
  if (runtimeClassName !== undefined) validateName(runtimeClassName, 'runtimeClassName', path, errors);
}

function validateName(name: string, field: string, path: FieldPath, errors: FieldErrors): void {
  const complaints = dnsSubdomainComplaints(name);
  if (complaints.length > 0) errors.invalidEach(path.child(field), name, complaints);
}

/** When the pod counts as ready, and how it ends. */
function validateLife(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  const { restartPolicy, activeDeadlineSeconds: deadline, readinessGates } = spec;
  if (restartPolicy && !RESTART_POLICIES.includes(restartPolicy)) {
    errors.notSupported(path.child('restartPolicy'), restartPolicy, RESTART_POLICIES);
  }
  if (deadline !== undefined && (deadline < 1 || deadline > DEADLINE_MAX)) {
    errors.invalid(path.child('activeDeadlineSeconds'), deadline, `must be from 1 to ${DEADLINE_MAX}`);
  }
  readinessGates?.forEach(({ conditionType = '' }, index) => {
    const at = path.child('readinessGates').index(index).child('conditionType');
    errors.invalidEach(at, conditionType, qualifiedNameComplaints(conditionType));
  });
}
