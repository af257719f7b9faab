import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { isEmptySelector, type LabelSelector, matchesLabels, validateLabelSelector } from '../label-selector';
import type { StringMap } from '../labels';

/** The template of a controller's pods, as far as the controller itself judges it. */
export interface PodTemplate extends Data {
  readonly metadata?: { readonly labels?: StringMap; readonly annotations?: StringMap };
  readonly spec?: Data & { readonly restartPolicy?: string; readonly activeDeadlineSeconds?: number };
}

/** The template of a controller that says nothing of it. */
export const NO_TEMPLATE: PodTemplate = {};

const NO_LABELS: StringMap = {};

/** The labels that a template gives its pods. */
export function labelsOf(template: PodTemplate): StringMap {
  return template.metadata?.labels ?? NO_LABELS;
}

/**
 * Judges that a controller has a selector that selects something, and that its own pods are selected.
 *
 * @param path the path of the controller's spec.
 */
export function validateOwnSelector(
  selector: LabelSelector | undefined,
  template: PodTemplate,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const selectorPath = path.child('selector');
  if (selector === undefined) errors.required(selectorPath);
  if (!validateLabelSelector(selector, selectorPath, errors)) {
    errors.invalid(selectorPath, selector, 'cannot be read');
  } else {
    validateMatchingTemplate(selector, template, path, errors);
  }
  validateNonEmptySelector(selector, selectorPath, errors);
}

/** Judges that a selector asks for something; one that is not there is right. */
export function validateNonEmptySelector(
  selector: LabelSelector | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (selector && isEmptySelector(selector)) {
    errors.invalid(path, selector, 'must not be empty: it would select every pod of the namespace');
  }
}

/** Judges that a controller's selector, which the server can read, matches its template's labels. */
export function validateMatchingTemplate(
  selector: LabelSelector | undefined,
  template: PodTemplate,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const labels = labelsOf(template);
  if (matchesLabels(selector, labels)) return;
  errors.invalid(path.child('template', 'metadata', 'labels'), labels, 'must match the selector', {
    fix: selector ? 'give the template the labels that the selector asks for' : 'set a selector',
  });
}

/**
 * Judges that pods are made to run for ever.
 *
 * @param path the path of the template.
 */
export function validateEndlessPods(template: PodTemplate, path: FieldPath, errors: FieldErrors): void {
  const { restartPolicy, activeDeadlineSeconds } = template.spec ?? NO_TEMPLATE;
  if (restartPolicy && restartPolicy !== 'Always') {
    errors.notSupported(path.child('spec', 'restartPolicy'), restartPolicy, ['Always'], {
      fix: 'leave it out, or run the pod as a Job',
    });
  }
  if (activeDeadlineSeconds !== undefined) {
    errors.forbidden(path.child('spec', 'activeDeadlineSeconds'), 'may be set for Jobs and pods alone');
  }
}
