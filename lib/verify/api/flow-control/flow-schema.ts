import { FieldPath } from '../../field-path';
import { isSame } from '../../same';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { FIXED_FLOW_SCHEMAS } from './fixed-specs';
import { type FlowRule, validateFlowRule } from './flow-rule';

interface FlowSchemaSpec {
  readonly priorityLevelConfiguration?: { readonly name?: string };
  readonly matchingPrecedence?: number;
  readonly distinguisherMethod?: { readonly type?: string };
  readonly rules?: readonly FlowRule[];
}

const SPEC = FieldPath.of('spec');
const PRECEDENCE = SPEC.child('matchingPrecedence');
const LEVEL = SPEC.child('priorityLevelConfiguration', 'name');
const RULES = SPEC.child('rules');
const MAX_PRECEDENCE = 10_000;
const DEFAULT_PRECEDENCE = 1000;
const METHODS = ['ByNamespace', 'ByUser'];

/** The schema that alone comes before all others. */
const EXEMPT = 'exempt';

/**
 * Judges a FlowSchema, in all versions of its API.
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#flowschema
 */
export const validateFlowSchema: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec ?? {}) as FlowSchemaSpec;
  const { name = '' } = metadataOf(object);
  const { distinguisherMethod: method, rules = [] } = spec;
  const precedence = spec.matchingPrecedence || DEFAULT_PRECEDENCE;
  validatePrecedence(precedence, name, errors);
  if (method !== undefined && !METHODS.includes(method.type ?? '')) {
    errors.notSupported(SPEC.child('distinguisherMethod', 'type'), method.type, METHODS);
  }
  const level = spec.priorityLevelConfiguration?.name;
  if (level) errors.invalidEach(LEVEL, level, nameIsDnsSubdomain(level, false));
  else errors.required(LEVEL, 'must name a PriorityLevelConfiguration');
  for (const [index, rule] of rules.entries()) validateFlowRule(rule, RULES.index(index), errors);
  const fixed = FIXED_FLOW_SCHEMAS.get(name);
  if (fixed && !isSame({ ...spec, matchingPrecedence: precedence }, fixed)) {
    errors.invalid(SPEC, undefined, `must be what the server itself says of '${name}'`);
  }
};

function validatePrecedence(precedence: number, name: string, errors: FieldErrors): void {
  if (precedence <= 0 || precedence > MAX_PRECEDENCE) {
    errors.invalid(PRECEDENCE, precedence, `must be from 1 to ${MAX_PRECEDENCE}`);
  } else if (precedence === 1 && name !== EXEMPT) {
    errors.invalid(PRECEDENCE, precedence, `must be more than 1, which is that of '${EXEMPT}' alone`);
  }
}
