import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { celValue, hasUnorderedLists } from './cel-value';
import type { JsonSchema, ValidationRule } from './json-schema';
import { type Evaluation, evaluate } from './rule-program';
import { usesOldSelf } from './transition-rule';
import { type Former, NEW, type ValueSite, walkValues } from './value-walk';

/**
 * Holds a value of a new object to the rules in CEL of its schema, at every depth. A rule that cannot be evaluated
 * here is held against nobody, and neither is one that compares with the state before, unless it says that there
 * may be none.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export function evaluateRules(
  value: unknown,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  forEachRule(value, NEW, schema, path, site => {
    if (!usesOldSelf(site.rule) || site.rule.optionalOldSelf) judge(site, errors);
  });
}

/**
 * Holds a value to the rules that compare it with what it was before.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules
 */
export function evaluateTransitions(
  value: unknown,
  former: Former,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  forEachRule(value, former, schema, path, site => {
    if (!usesOldSelf(site.rule)) return;
    if (site.former.value !== undefined || site.rule.optionalOldSelf) judge(site, errors);
  });
}

/**
 * What `evaluateRules` says of a value that it would not say of the update of one that is there: of what is as it
 * was, and what rules say where there is no state before.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-ratcheting
 */
export function evaluateForNew(
  value: unknown,
  former: Former,
  schema: JsonSchema,
  path: FieldPath,
  errors: FieldErrors,
): void {
  forEachRule(value, former, schema, path, site => {
    if (usesOldSelf(site.rule)) {
      if (site.rule.optionalOldSelf) judge({ ...site, former: NEW }, errors);
    } else if (site.former.isKept && outcomeOf(site).value === false) report(site, errors);
  });
}

/** A rule at a value that it is for. */
interface RuleSite extends ValueSite {
  readonly rule: ValidationRule;
}

function forEachRule(
  value: unknown,
  former: Former,
  schema: JsonSchema,
  path: FieldPath,
  visit: (site: RuleSite) => void,
): void {
  walkValues(value, former, schema, path, site => {
    for (const rule of site.schema['x-kubernetes-validations'] ?? []) visit({ ...site, rule });
  });
}

function judge(site: RuleSite, errors: FieldErrors): void {
  const { value, fault } = outcomeOf(site);
  if (fault !== undefined) errors.invalid(site.path, undefined, fault);
  else if (value === false) report(site, errors);
}

function outcomeOf(site: RuleSite): Evaluation {
  const outcome = evaluated(site, false);
  if (outcome.value === true || !hasUnorderedLists(site.schema)) return outcome;
  // Where CEL compares without a look at the order, what is in an order of its own is compared as it does.
  const sorted = evaluated(site, true);
  return sorted.value === outcome.value ? outcome : {};
}

function evaluated({ rule, value, former, schema }: RuleSite, sorted: boolean): Evaluation {
  try {
    const self = celValue(value, schema, sorted);
    const oldSelf = former.value === undefined ? undefined : celValue(former.value, schema, sorted);
    return evaluate(rule.rule ?? '', { self, oldSelf, optional: rule.optionalOldSelf });
  } catch {
    return {};
  }
}

function report({ rule, path }: { rule: ValidationRule; path: FieldPath }, errors: FieldErrors): void {
  const { rule: source = '', message, reason, fieldPath } = rule;
  const at = (fieldPath?.match(/[^.[\]']+/g) ?? []).reduce((above, name) => above.child(name), path);
  const text = message?.trim() || `does not hold to the rule ${source.trim()}`;
  if (reason === 'FieldValueRequired') errors.required(at, text);
  else if (reason === 'FieldValueForbidden') errors.forbidden(at, text);
  else if (reason === 'FieldValueDuplicate') errors.duplicate(at, undefined, text);
  else errors.invalid(at, undefined, text);
}
