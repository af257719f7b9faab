import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { LabelSelector } from '../label-selector';
import { validatePodTemplate } from '../pod/template';
import { validateManagedBy } from './managed-by';
import { validateNonNegative } from './non-negative';
import { type PodFailurePolicy, validatePodFailurePolicy } from './pod-failure-policy';
import { type SuccessPolicy, validateSuccessPolicy } from './success-policy';
import { NO_TEMPLATE, type PodTemplate } from './template-owner';

/** What a Job is to run, or the Jobs of a CronJob. */
export interface JobSpec {
  readonly parallelism?: number;
  readonly completions?: number;
  readonly completionMode?: string;
  readonly activeDeadlineSeconds?: number;
  readonly backoffLimit?: number;
  readonly backoffLimitPerIndex?: number;
  readonly maxFailedIndexes?: number;
  readonly ttlSecondsAfterFinished?: number;
  readonly managedBy?: string;
  readonly podFailurePolicy?: PodFailurePolicy;
  readonly podReplacementPolicy?: string;
  readonly successPolicy?: SuccessPolicy;
  readonly selector?: LabelSelector;
  readonly manualSelector?: boolean;
  readonly template?: PodTemplate;
}

const NON_NEGATIVE = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const satisfies (keyof JobSpec)[];

const COMPLETION_MODES = ['NonIndexed', 'Indexed'];
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
const RESTART_POLICIES = ['OnFailure', 'Never'];

/** How many pods, and how many failed indexes, an indexed Job may have; and how many, if it has many completions. */
const MOST_AT_ONCE = 100_000;
const MANY_COMPLETIONS = 100_000;
const MOST_AT_ONCE_OF_MANY = 10_000;

/** Whether the pods of a Job have indexes. */
export function isIndexed(spec: JobSpec): boolean {
  return spec.completionMode === 'Indexed';
}

/** Judges what a Job is to run; not its selector. */
export function validateJobSpec(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  for (const name of NON_NEGATIVE) validateNonNegative(spec[name], name, path, errors);
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    errors.required(path.child('backoffLimitPerIndex'), 'is required, as maxFailedIndexes is set');
  }
  if (spec.managedBy !== undefined) validateManagedBy(spec.managedBy, path.child('managedBy'), errors);
  validateCompletionMode(spec, path, errors);
  validatePolicies(spec, path, errors);
  const templatePath = path.child('template');
  const template = spec.template ?? NO_TEMPLATE;
  validatePodTemplate(template, templatePath, errors);
  validateRestartPolicy(spec, template, templatePath.child('spec', 'restartPolicy'), errors);
}

function validateCompletionMode(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const { completionMode } = spec;
  if (completionMode !== undefined && !COMPLETION_MODES.includes(completionMode)) {
    errors.notSupported(path.child('completionMode'), completionMode, COMPLETION_MODES);
  } else if (isIndexed(spec)) {
    validateIndexes(spec, path, errors);
  } else {
    for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
      if (spec[name] === undefined) continue;
      errors.invalid(path.child(name), spec[name], 'needs the completion mode Indexed');
    }
  }
}

function validateIndexes(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const { completions, parallelism, maxFailedIndexes, backoffLimitPerIndex } = spec;
  if (completions === undefined) {
    errors.required(path.child('completions'), 'is required, as the completion mode is Indexed');
  }
  const most = completions ?? Number.POSITIVE_INFINITY;
  validateMost(parallelism, MOST_AT_ONCE, path.child('parallelism'), errors);
  validateMost(maxFailedIndexes, Math.min(most, MOST_AT_ONCE), path.child('maxFailedIndexes'), errors);
  if (completions === undefined || completions <= MANY_COMPLETIONS || backoffLimitPerIndex === undefined)
    return;
  if (maxFailedIndexes === undefined) {
    const message = `is required, as there are more than ${MANY_COMPLETIONS} completions`;
    errors.required(path.child('maxFailedIndexes'), message);
  }
  validateMost(parallelism, MOST_AT_ONCE_OF_MANY, path.child('parallelism'), errors);
  validateMost(maxFailedIndexes, MOST_AT_ONCE_OF_MANY, path.child('maxFailedIndexes'), errors);
}

function validateMost(value: number | undefined, most: number, path: FieldPath, errors: FieldErrors): void {
  if (value !== undefined && value > most) errors.invalid(path, value, `must be ${most} or less`);
}

function validatePolicies(spec: JobSpec, path: FieldPath, errors: FieldErrors): void {
  const { podFailurePolicy, podReplacementPolicy: replacement, successPolicy } = spec;
  if (podFailurePolicy) {
    const { containers = [], initContainers = [] } = (spec.template?.spec ?? {}) as Containers;
    const pods = {
      containerNames: [...containers, ...initContainers].map(({ name = '' }) => name),
      failsByIndex: spec.backoffLimitPerIndex !== undefined,
    };
    validatePodFailurePolicy(
      podFailurePolicy.rules ?? [],
      pods,
      path.child('podFailurePolicy', 'rules'),
      errors,
    );
  }
  if (successPolicy && !isIndexed(spec)) {
    errors.invalid(path.child('successPolicy'), successPolicy, 'needs the completion mode Indexed');
  } else if (successPolicy) {
    validateSuccessPolicy(successPolicy, spec.completions, path.child('successPolicy'), errors);
  }
  const allowed = podFailurePolicy ? ['Failed'] : REPLACEMENT_POLICIES;
  if (replacement !== undefined && !allowed.includes(replacement)) {
    errors.notSupported(path.child('podReplacementPolicy'), replacement, allowed);
  }
}

interface Containers {
  readonly containers?: readonly { readonly name?: string }[];
  readonly initContainers?: readonly { readonly name?: string }[];
}

function validateRestartPolicy(
  spec: JobSpec,
  template: PodTemplate,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const policy = template.spec?.restartPolicy || 'Always';
  if (policy === 'Always') {
    errors.required(path, `must be ${RESTART_POLICIES.join(' or ')}: a Job's pods come to an end`);
  } else if (!RESTART_POLICIES.includes(policy)) {
    errors.notSupported(path, policy, RESTART_POLICIES);
  } else if (spec.podFailurePolicy && policy !== 'Never') {
    errors.invalid(path, policy, 'must be Never, as there is a podFailurePolicy');
  }
}
