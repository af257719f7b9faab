import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateLabels } from '../labels';
import { type ResourceList, validateContainerResourceName } from '../quantities';
import { validateResourceRequirements } from '../resource-requirements';
import { type Affinity, validateAffinity } from './affinity';
import {
  type PodDns,
  validateDnsConfig,
  validateDnsPolicy,
  validateHostAliases,
  validateHostnameOverride,
} from './dns';
import type { PodContainers } from './each-container';
import { validateOs } from './operating-system';
import { type SizedPod, validatePodResources } from './pod-resources';
import {
  type PodNamespaces,
  type PodSecurityContext,
  validateHostPid,
  validateHostUsers,
  validatePodSecurityContext,
} from './pod-security-context';
import { type PodResourceClaim, validatePodResourceClaims } from './resource-claims';
import { type Toleration, validateTolerations } from './tolerations';
import { type TopologySpreadConstraint, validateTopologySpread } from './topology-spread';
import type { Volume } from './volume';

/** The fields of a pod's spec that are judged. */
export interface PodSpec extends Omit<SizedPod, keyof PodContainers>, PodContainers, PodDns, PodNamespaces {
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

/** A pod whose fields are judged. */
export interface JudgedPod {
  readonly spec: PodSpec;
  /** Path of the spec. */
  readonly path: FieldPath;
  /** The pod's labels; undefined for a template, whose pods a controller makes. */
  readonly labels: StringMap | undefined;
  /** Whether it is the template of a StatefulSet, which gives its pods their host names and subdomain. */
  readonly ofStatefulSet: boolean;
}

/** How a field is judged where it is there, by itself or by what else the pod says. */
type FieldRule<Value> = (value: Value, path: FieldPath, errors: FieldErrors, pod: JudgedPod) => void;

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const DEADLINE_MAX = 2 ** 31 - 1;

const RULES = new Map<string, FieldRule<never>>(
  Object.entries({
    activeDeadlineSeconds: (deadline, path, errors) => {
      if (deadline >= 1 && deadline <= DEADLINE_MAX) return;
      errors.invalid(path, deadline, `must be from 1 to ${DEADLINE_MAX}`);
    },
    affinity: (affinity, path, errors, { labels }) => validateAffinity(affinity, path, errors, labels),
    dnsConfig: (config, path, errors, { spec }) => validateDnsConfig(config, spec.dnsPolicy, path, errors),
    dnsPolicy: (policy, path, errors, pod) =>
      validateDnsPolicy(policy, pod.spec.dnsConfig, path, pod.path.child('dnsConfig'), errors),
    hostAliases: validateHostAliases,
    hostname: validateNameOfPod,
    hostnameOverride: (name, path, errors, { spec }) => validateHostnameOverride(name, spec, path, errors),
    hostPID: (_, _path, errors, { spec, path }) => validateHostPid(spec, path, errors),
    hostUsers: (_, _path, errors, { spec, path }) => validateHostUsers(spec, path, errors),
    nodeName: validateNameOfObject,
    nodeSelector: validateLabels,
    os: (_, _path, errors, { spec, path }) => validateOs(spec, path, errors),
    overhead: (limits, path, errors) =>
      validateResourceRequirements({ limits }, path, errors, validateContainerResourceName),
    preemptionPolicy: (policy, path, errors) => {
      if (policy === '') errors.required(path);
      else if (!PREEMPTION_POLICIES.includes(policy)) errors.notSupported(path, policy, PREEMPTION_POLICIES);
    },
    priorityClassName: validateNameOfObject,
    readinessGates: (gates, path, errors) => {
      gates.forEach(({ conditionType = '' }, index) => {
        const complaints = qualifiedNameComplaints(conditionType);
        errors.invalidEach(path.index(index).child('conditionType'), conditionType, complaints);
      });
    },
    resourceClaims: (claims, path, errors) => {
      if (!isBefore(errors.version, '1.34')) validatePodResourceClaims(claims, path, errors);
    },
    resources: (_, path, errors, { spec, labels }) => {
      if (!isBefore(errors.version, '1.34')) validatePodResources(spec, path, errors, labels !== undefined);
    },
    restartPolicy: (policy, path, errors) => {
      if (policy && !RESTART_POLICIES.includes(policy)) errors.notSupported(path, policy, RESTART_POLICIES);
    },
    runtimeClassName: (name, path, errors) => errors.invalidEach(path, name, dnsSubdomainComplaints(name)),
    schedulingGates: validateSchedulingGates,
    securityContext: (context, path, errors, { spec }) =>
      validatePodSecurityContext(context, spec, path, errors),
    serviceAccount: (name, _path, errors, { spec, path }) => {
      if (!spec.serviceAccountName) validateNameOfObject(name, path.child('serviceAccountName'), errors);
    },
    serviceAccountName: validateNameOfObject,
    subdomain: validateNameOfPod,
    tolerations: validateTolerations,
    topologySpreadConstraints: (constraints, path, errors, { labels }) =>
      validateTopologySpread(constraints, path, errors, labels),
  } satisfies { readonly [Field in keyof PodSpec]?: FieldRule<NonNullable<PodSpec[Field]>> }),
);

/** Judges the fields of a pod's spec that are there; its containers and volumes are judged by themselves. */
export function validatePodFields(pod: JudgedPod, errors: FieldErrors): void {
  const { spec, path } = pod;
  for (const field in spec) {
    const rule = RULES.get(field);
    if (rule !== undefined) rule(spec[field as keyof PodSpec] as never, path.child(field), errors, pod);
  }
}

/** The name of another object; an empty one is that of none. */
function validateNameOfObject(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name) errors.invalidEach(path, name, dnsSubdomainComplaints(name));
}

/** The host name or the subdomain; the server does not see what a StatefulSet gives to its pods. */
function validateNameOfPod(
  name: string,
  path: FieldPath,
  errors: FieldErrors,
  { ofStatefulSet }: JudgedPod,
): void {
  if (name && !ofStatefulSet) errors.invalidEach(path, name, dnsLabelComplaints(name));
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
