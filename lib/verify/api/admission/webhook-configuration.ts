import { dns1035LabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateWebhookClient, type WebhookClient } from '../webhook-client';
import type { ExpressionScope } from './expression';
import { type MatchCondition, validateMatchConditions } from './match-conditions';
import { validateFailurePolicy, validateMatchPolicy } from './match-resources';
import { type Rule, validateRule } from './rule';

interface Webhook {
  readonly name?: string;
  readonly clientConfig?: WebhookClient;
  readonly rules?: readonly Rule[];
  readonly failurePolicy?: string;
  readonly matchPolicy?: string;
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
  readonly sideEffects?: string;
  readonly timeoutSeconds?: number;
  readonly admissionReviewVersions?: readonly string[];
  readonly matchConditions?: readonly MatchCondition[];
  /** Of mutating webhooks. */
  readonly reinvocationPolicy?: string;
}

interface WebhookConfiguration {
  readonly webhooks?: readonly Webhook[];
}

const WEBHOOKS = FieldPath.of('webhooks');
const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
const REVIEW_VERSIONS = ['v1', 'v1beta1'];
const TIMEOUT_MAX = 30;
const SCOPE: ExpressionScope = { params: false, authorizer: true };

/**
 * Judges a ValidatingWebhookConfiguration or a MutatingWebhookConfiguration.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
 */
export const validateWebhookConfiguration: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const names = new Set<string>();
  for (const [index, webhook] of (object as WebhookConfiguration).webhooks?.entries() ?? []) {
    const path = WEBHOOKS.index(index);
    validateWebhook(webhook, path, errors);
    const { name } = webhook;
    if (!name) continue;
    if (names.has(name)) errors.duplicate(path.child('name'), name);
    names.add(name);
  }
};

function validateWebhook(webhook: Webhook, path: FieldPath, errors: FieldErrors): void {
  const { sideEffects, timeoutSeconds, reinvocationPolicy } = webhook;
  validateName(webhook.name, path.child('name'), errors);
  for (const [index, rule] of webhook.rules?.entries() ?? []) {
    validateRule(rule, path.child('rules').index(index), errors);
  }
  validateFailurePolicy(webhook.failurePolicy, path, errors);
  validateMatchPolicy(webhook.matchPolicy, path, errors);
  if (sideEffects === undefined) {
    errors.required(path.child('sideEffects'), `must be one of ${SIDE_EFFECTS.join(', ')}`);
  } else if (!SIDE_EFFECTS.includes(sideEffects)) {
    errors.notSupported(path.child('sideEffects'), sideEffects, SIDE_EFFECTS);
  }
  if (timeoutSeconds !== undefined && (timeoutSeconds < 1 || timeoutSeconds > TIMEOUT_MAX)) {
    errors.invalid(path.child('timeoutSeconds'), timeoutSeconds, `must be from 1 to ${TIMEOUT_MAX}`);
  }
  validateLabelSelector(webhook.namespaceSelector, path.child('namespaceSelector'), errors);
  validateLabelSelector(webhook.objectSelector, path.child('objectSelector'), errors);
  if (reinvocationPolicy !== undefined && !REINVOCATION_POLICIES.includes(reinvocationPolicy)) {
    errors.notSupported(path.child('reinvocationPolicy'), reinvocationPolicy, REINVOCATION_POLICIES);
  }
  validateWebhookClient(webhook.clientConfig, path.child('clientConfig'), errors);
  validateMatchConditions(webhook.matchConditions, SCOPE, path.child('matchConditions'), errors);
  validateReviewVersions(webhook.admissionReviewVersions, path.child('admissionReviewVersions'), errors);
}

function validateName(name: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (!name) {
    errors.required(path);
    return;
  }
  const complaints = dnsSubdomainComplaints(name);
  errors.invalidEach(path, name, complaints);
  if (complaints.length === 0 && name.split('.').length < 3) {
    errors.invalid(path, name, 'must have three parts between dots at least', {
      fix: 'such as deny-latest.policies.example.com',
    });
  }
}

function validateReviewVersions(
  versions: readonly string[] | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (versions === undefined || versions.length === 0) {
    errors.required(path, `must hold one of ${REVIEW_VERSIONS.join(', ')}`);
    return;
  }
  for (const [index, version] of versions.entries()) {
    if (versions.indexOf(version) < index) errors.invalid(path.index(index), version, 'is used twice');
    else errors.invalidEach(path.index(index), version, dns1035LabelComplaints(version));
  }
  if (!versions.some(version => REVIEW_VERSIONS.includes(version))) {
    errors.invalid(path, versions, `must hold one of ${REVIEW_VERSIONS.join(', ')}`);
  }
}
