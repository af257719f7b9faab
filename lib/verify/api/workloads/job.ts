import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { labelValueComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, matchesLabels, validateLabelSelector } from '../label-selector';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { isIndexed, type JobSpec, validateJobSpec } from './job-spec';
import type { PodFailurePolicyRule } from './pod-failure-policy';
import { labelsOf, NO_TEMPLATE, type PodTemplate, validateMatchingTemplate } from './template-owner';

const NAME = FieldPath.of('metadata', 'name');
const SPEC = FieldPath.of('spec');
const SELECTOR = SPEC.child('selector');
const TEMPLATE = SPEC.child('template');
const NO_SPEC: JobSpec = {};

const JOB_NAME = 'batch.kubernetes.io/job-name';
const CONTROLLER_UID = 'batch.kubernetes.io/controller-uid';
const NAME_LABELS = ['job-name', JOB_NAME];
const UID_LABELS = ['controller-uid', CONTROLLER_UID];

/** Fields that the server drops from a Job before a version: their feature gates are off. */
const GATED_FIELDS: readonly (readonly [field: keyof JobSpec, since: KubernetesVersion])[] = [
  ['podReplacementPolicy', '1.29'],
  ['backoffLimitPerIndex', '1.29'],
  ['maxFailedIndexes', '1.29'],
  ['successPolicy', '1.31'],
  ['managedBy', '1.32'],
];

/** Stands for the uid that the server gives the Job, which nobody can know before. */
const FUTURE_UID = '(uid of the Job)';

/**
 * Judges a Job.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/
 */
export const validateJob: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const given = (object.spec as JobSpec | undefined) ?? NO_SPEC;
  const name = effectiveName(metadataOf(object));
  const spec = completed(given, errors.version);
  validateJobSpec(spec, SPEC, errors);
  if (spec.manualSelector) validateManualSelector(spec, errors);
  else validateGeneratedSelector(spec, name, errors);
  const { completions = 0 } = spec;
  if (isIndexed(spec) && completions > 0) {
    const hostname = `${name}-${completions - 1}`;
    if (dnsLabelComplaints(hostname).length > 0) {
      errors.invalid(NAME, name, `must let the pods be called like '${hostname}', which is no DNS label`);
    }
  }
};

/** The spec as the server validates it: without the fields that it drops, with the defaults that matter. */
function completed(spec: JobSpec, version: KubernetesVersion): JobSpec {
  let kept: { -readonly [Field in keyof JobSpec]: JobSpec[Field] } = spec;
  for (const [field, since] of GATED_FIELDS) {
    if (spec[field] !== undefined && isBefore(version, since)) kept = { ...kept, [field]: undefined };
  }
  if (isIndexed(spec) && spec.completions === undefined && spec.parallelism === undefined) {
    kept = { ...kept, completions: 1 };
  }
  const rules = spec.podFailurePolicy?.rules;
  if (rules?.some(failsIndex) && isBefore(version, '1.29')) {
    kept = { ...kept, podFailurePolicy: { rules: rules.filter(rule => !failsIndex(rule)) } };
  }
  return kept;
}

function failsIndex({ action }: PodFailurePolicyRule): boolean {
  return action === 'FailIndex';
}

function validateManualSelector(spec: JobSpec, errors: FieldErrors): void {
  const { selector, template = NO_TEMPLATE } = spec;
  if (selector === undefined) errors.required(SELECTOR, 'is required, as manualSelector is set');
  if (validateLabelSelector(selector, SELECTOR, errors)) {
    validateMatchingTemplate(selector, template, SPEC, errors);
  }
}

/** The server adds labels to the template, and the uid to the selector; what the manifest says may not contradict. */
function validateGeneratedSelector(spec: JobSpec, name: string, errors: FieldErrors): void {
  const { template = NO_TEMPLATE } = spec;
  const labels = labelsOf(template);
  if (NAME_LABELS.some(key => !Object.hasOwn(labels, key))) {
    errors.invalidEach(TEMPLATE.child('labels'), name, labelValueComplaints(name), {
      fix: "shorten the Job's name: the server makes it a label of the pods",
    });
  }
  validateFixedLabels(template, NAME_LABELS, name, errors);
  validateFixedLabels(template, UID_LABELS, FUTURE_UID, errors);
  // The server's own labels always match its own selector.
  if (spec.selector === undefined && !Object.hasOwn(labels, CONTROLLER_UID)) return;
  if (!validateLabelSelector(spec.selector, SELECTOR, errors)) return;
  const selector = withUid(spec.selector);
  const generated = generatedLabels(name);
  if (!matchesLabels(selector, generated)) {
    errors.invalid(SELECTOR, spec.selector, 'must be left to the server', {
      fix: 'drop the selector, or set manualSelector',
    });
  }
  if (!matchesLabels(selector, { ...generated, ...labels })) {
    errors.invalid(TEMPLATE.child('metadata', 'labels'), labels, 'must match the selector');
  }
}

function generatedLabels(name: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const key of NAME_LABELS) labels[key] = name;
  for (const key of UID_LABELS) labels[key] = FUTURE_UID;
  return labels;
}

function validateFixedLabels(
  template: PodTemplate,
  keys: readonly string[],
  value: string,
  errors: FieldErrors,
): void {
  const labels = labelsOf(template);
  for (const key of keys) {
    if (!Object.hasOwn(labels, key) || labels[key] === value) continue;
    errors.invalid(TEMPLATE.child('metadata', 'labels').key(key), labels[key], 'must be left to the server', {
      fix: 'drop the label',
    });
  }
}

function withUid(selector: LabelSelector = {}): LabelSelector {
  return { ...selector, matchLabels: { [CONTROLLER_UID]: FUTURE_UID, ...selector.matchLabels } };
}
