import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { labelValueComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, matchesLabels, validateLabelSelector } from '../label-selector';
import {
  effectiveName,
  metadataOf,
  nameIsDnsSubdomain,
  type ObjectMeta,
  validateObjectMeta,
} from '../metadata';
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

/** A Job that was read from a server has the uid that its labels repeat. */
interface StoredMeta extends ObjectMeta {
  readonly uid?: string;
}

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
  const meta: StoredMeta = metadataOf(object);
  const name = effectiveName(meta);
  const spec = completed(given, errors.version);
  validateJobSpec(spec, SPEC, errors);
  if (spec.manualSelector) validateManualSelector(spec, errors);
  else validateGeneratedSelector(spec, name, uidOf(spec, meta, errors), errors);
  const { completions = 0 } = spec;
  if (isIndexed(spec) && completions > 0) {
    const hostname = `${name}-${completions - 1}`;
    if (dnsLabelComplaints(hostname).length > 0) {
      errors.invalid(NAME, name, `must let the pods be called like '${hostname}', which is no DNS label`);
    }
  }
};

/** The spec as the server validates it: with the defaults that matter, without the rules that it drops. */
function completed(spec: JobSpec, version: KubernetesVersion): JobSpec {
  let kept = spec;
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

/** The uid that the server gives the Job, or has given it: then label and selector repeat it. */
function uidOf(spec: JobSpec, { uid }: StoredMeta, errors: FieldErrors): string {
  const selected = spec.selector?.matchLabels?.[CONTROLLER_UID];
  if (selected === undefined || selected !== labelsOf(spec.template ?? NO_TEMPLATE)[CONTROLLER_UID]) {
    return uid ?? FUTURE_UID;
  }
  const stored = errors.unchecked('the server takes it for that Job, and refuses to create another');
  stored.invalid(SELECTOR, spec.selector, 'is that of a Job which was created already', {
    fix: "drop the selector and the server's labels of the template",
  });
  return selected;
}

function validateManualSelector(spec: JobSpec, errors: FieldErrors): void {
  const { selector, template = NO_TEMPLATE } = spec;
  if (selector === undefined) errors.required(SELECTOR, 'is required, as manualSelector is set');
  if (validateLabelSelector(selector, SELECTOR, errors)) {
    validateMatchingTemplate(selector, template, SPEC, errors);
  }
}

/** The server adds labels to the template, and the uid to the selector; what the manifest says may not contradict. */
function validateGeneratedSelector(spec: JobSpec, name: string, uid: string, errors: FieldErrors): void {
  const { template = NO_TEMPLATE } = spec;
  const labels = labelsOf(template);
  if (NAME_LABELS.some(key => !Object.hasOwn(labels, key))) {
    errors.invalidEach(TEMPLATE.child('labels'), name, labelValueComplaints(name), {
      fix: "shorten the Job's name: the server makes it a label of the pods",
    });
  }
  validateFixedLabels(template, NAME_LABELS, name, errors);
  validateFixedLabels(template, UID_LABELS, uid, errors);
  // The server's own labels always match its own selector.
  if (spec.selector === undefined && !Object.hasOwn(labels, CONTROLLER_UID)) return;
  if (!validateLabelSelector(spec.selector, SELECTOR, errors)) return;
  const selector = withUid(spec.selector, uid);
  const generated = generatedLabels(name, uid);
  if (!matchesLabels(selector, generated)) {
    errors.invalid(SELECTOR, spec.selector, 'must be left to the server', {
      fix: 'drop the selector, or set manualSelector',
    });
  }
  if (!matchesLabels(selector, { ...generated, ...labels })) {
    errors.invalid(TEMPLATE.child('metadata', 'labels'), labels, 'must match the selector');
  }
}

function generatedLabels(name: string, uid: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const key of NAME_LABELS) labels[key] = name;
  for (const key of UID_LABELS) labels[key] = uid;
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

function withUid(selector: LabelSelector = {}, uid: string): LabelSelector {
  return { ...selector, matchLabels: { [CONTROLLER_UID]: uid, ...selector.matchLabels } };
}
