import type { Validator, ValidatorKey } from '../validator';
import { validateMutatingPolicy } from './mutating-policy';
import { validateMutatingBinding, validateValidatingBinding } from './policy-binding';
import { validateValidatingPolicy } from './validating-policy';
import { validateWebhookConfiguration } from './webhook-configuration';

/** The validators of admission webhooks and policies. */
export const ADMISSION_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['admissionregistration.k8s.io/MutatingAdmissionPolicy', validateMutatingPolicy],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicyBinding', validateMutatingBinding],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', validateWebhookConfiguration],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicy', validateValidatingPolicy],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', validateValidatingBinding],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', validateWebhookConfiguration],
];
