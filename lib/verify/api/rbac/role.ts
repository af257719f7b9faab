import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsPathSegment, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

/** What a role allows. */
interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

interface Role {
  readonly rules?: readonly PolicyRule[];
}

interface ClusterRole extends Role {
  readonly aggregationRule?: { readonly clusterRoleSelectors?: readonly LabelSelector[] };
}

const RULES = FieldPath.of('rules');
const SELECTORS = FieldPath.of('aggregationRule', 'clusterRoleSelectors');

/**
 * Judges a Role.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#role-and-clusterrole
 */
export const validateRole: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsPathSegment, errors);
  validateRules((object as Role).rules, true, errors);
};

/** Judges a ClusterRole: as a Role, and URLs and aggregation are allowed. */
export const validateClusterRole: Validator = (object, errors) => {
  const { rules, aggregationRule } = object as ClusterRole;
  validateObjectMeta(object, nameIsPathSegment, errors);
  validateRules(rules, false, errors);
  if (aggregationRule === undefined) return;
  const selectors = aggregationRule.clusterRoleSelectors ?? [];
  if (selectors.length === 0)
    errors.required(SELECTORS, 'must have a selector, as it is an aggregation rule');
  for (const [index, selector] of selectors.entries()) {
    const path = SELECTORS.index(index);
    if (!validateLabelSelector(selector, path, errors))
      errors.invalid(path, selector, 'is no label selector');
  }
};

function validateRules(
  rules: readonly PolicyRule[] | undefined,
  namespaced: boolean,
  errors: FieldErrors,
): void {
  if (rules === undefined) return;
  for (let index = 0; index < rules.length; index++) {
    validateRule(rules[index], namespaced, RULES.index(index), errors);
  }
}

function validateRule(rule: PolicyRule, namespaced: boolean, path: FieldPath, errors: FieldErrors): void {
  const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
  if (isEmpty(verbs)) errors.required(path.child('verbs'), "must hold a verb, or '*'");
  if (!isEmpty(nonResourceURLs)) {
    const urls = path.child('nonResourceURLs');
    if (namespaced) {
      errors.invalid(urls, nonResourceURLs, 'can be used in a ClusterRole alone', {
        fix: 'move the rule to a ClusterRole, and bind it with a ClusterRoleBinding',
      });
    }
    if (!isEmpty(apiGroups) || !isEmpty(resources) || !isEmpty(resourceNames)) {
      errors.invalid(urls, nonResourceURLs, 'cannot stand beside resources in one rule', {
        fix: 'split the rule in two',
      });
    }
    return;
  }
  if (isEmpty(apiGroups)) {
    errors.required(path.child('apiGroups'), "must hold an API group; that of pods and Services is ''");
  }
  if (isEmpty(resources)) errors.required(path.child('resources'), "must hold a resource, or '*'");
}

function isEmpty(list: readonly string[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
