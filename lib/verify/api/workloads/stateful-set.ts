import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { LabelSelector } from '../label-selector';
import { nameIsDnsLabel, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateNonNegative } from './non-negative';
import { type ClaimTemplate, NO_PODS, validateClaimTemplates, validateStatefulPods } from './stateful-pods';
import { NO_TEMPLATE, type PodTemplate, validateEndlessPods, validateOwnSelector } from './template-owner';

interface StatefulSetSpec {
  readonly replicas?: number;
  readonly minReadySeconds?: number;
  readonly ordinals?: { readonly start?: number };
  readonly serviceName?: string;
  readonly podManagementPolicy?: string;
  readonly updateStrategy?: UpdateStrategy;
  readonly persistentVolumeClaimRetentionPolicy?: RetentionPolicy;
  readonly selector?: LabelSelector;
  readonly template?: PodTemplate;
  readonly volumeClaimTemplates?: readonly ClaimTemplate[];
}

interface UpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly partition?: number };
}

interface RetentionPolicy {
  readonly whenDeleted?: string;
  readonly whenScaled?: string;
}

const SPEC = FieldPath.of('spec');
const TEMPLATE = SPEC.child('template');
const SERVICE_NAME = SPEC.child('serviceName');
const STRATEGY = SPEC.child('updateStrategy');
const RETENTION = SPEC.child('persistentVolumeClaimRetentionPolicy');
const NO_SPEC: StatefulSetSpec = {};
const MANAGEMENT_POLICIES = ['OrderedReady', 'Parallel'];
const RETENTION_POLICIES = ['Retain', 'Delete'];

/**
 * Judges a StatefulSet. Servers before 1.34 look neither into the template nor into the claim templates, servers
 * before 1.33 not at the Service's name, and then no pod can be created: what is wrong with them is `broken` there.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
 */
export const validateStatefulSet: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsLabel, errors);
  const spec = (object.spec as StatefulSetSpec | undefined) ?? NO_SPEC;
  const { template = NO_TEMPLATE, volumeClaimTemplates = [] } = spec;
  validateOwnSelector(spec.selector, template, SPEC, errors);
  validateEndlessPods(template, TEMPLATE, errors);
  validateNonNegative(spec.replicas, 'replicas', SPEC, errors);
  validateNonNegative(spec.minReadySeconds, 'minReadySeconds', SPEC, errors);
  validateNonNegative(spec.ordinals?.start, 'ordinals.start', SPEC, errors);
  const { podManagementPolicy: management, serviceName } = spec;
  if (management && !MANAGEMENT_POLICIES.includes(management)) {
    const message = `must be one of ${MANAGEMENT_POLICIES.join(', ')}`;
    errors.invalid(SPEC.child('podManagementPolicy'), management, message);
  }
  if (serviceName) {
    const checked = isBefore(errors.version, '1.33') ? errors.unchecked(NO_PODS) : errors;
    checked.invalidEach(SERVICE_NAME, serviceName, dnsLabelComplaints(serviceName));
  }
  if (spec.updateStrategy) validateStrategy(spec.updateStrategy, errors);
  if (spec.persistentVolumeClaimRetentionPolicy) {
    validateRetention(spec.persistentVolumeClaimRetentionPolicy, errors);
  }
  validateClaimTemplates(volumeClaimTemplates, SPEC.child('volumeClaimTemplates'), errors);
  validateStatefulPods(template, volumeClaimTemplates, TEMPLATE, errors);
};

function validateStrategy(strategy: UpdateStrategy, errors: FieldErrors): void {
  const { type = '', rollingUpdate } = strategy;
  switch (type) {
    case '':
    case 'RollingUpdate':
      // Servers up to 1.36 drop maxUnavailable, but for the first patches of 1.35: its feature gate is off.
      validateNonNegative(rollingUpdate?.partition, 'partition', STRATEGY.child('rollingUpdate'), errors);
      break;
    case 'OnDelete':
      if (rollingUpdate) {
        const message = 'may not be set, as the type of the strategy is OnDelete';
        errors.invalid(STRATEGY.child('rollingUpdate'), rollingUpdate, message);
      }
      break;
    default:
      errors.invalid(STRATEGY, strategy, 'must be of type RollingUpdate or OnDelete');
  }
}

function validateRetention({ whenDeleted, whenScaled }: RetentionPolicy, errors: FieldErrors): void {
  if (whenDeleted && !RETENTION_POLICIES.includes(whenDeleted)) {
    errors.notSupported(RETENTION.child('whenDeleted'), whenDeleted, RETENTION_POLICIES);
  }
  if (whenScaled && !RETENTION_POLICIES.includes(whenScaled)) {
    errors.notSupported(RETENTION.child('whenScaled'), whenScaled, RETENTION_POLICIES);
  }
}
