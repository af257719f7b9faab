import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ContainerGates } from './container-gates';

/** When a container is restarted, unlike others of its pod. */
export interface RestartPolicy {
  readonly restartPolicy?: string;
  readonly restartPolicyRules?: readonly RestartRule[];
}

interface RestartRule {
  readonly action?: string;
  readonly exitCodes?: { readonly operator?: string; readonly values?: readonly number[] };
}

const POLICIES = ['Always', 'Never', 'OnFailure'];
const INIT_POLICIES = ['Always'];
const OPERATORS = ['In', 'NotIn'];
const ACTIONS = ['Restart'];
const ALL_ACTIONS = ['Restart', 'RestartAllContainers'];
const RULES_MAX = 20;
const EXIT_CODES_MAX = 255;

/**
 * Judges when a container that is no init container is restarted.
 *
 * @param path the container's.
 */
export function validateRestartPolicy(
  container: RestartPolicy,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (gates.restartRules) validatePolicyAndRules(container, gates, path, errors);
  else if (container.restartPolicy !== undefined && !gates.restartPolicyDropped) {
    errors.forbidden(
      path.child('restartPolicy'),
      'must not be set unless the container is an init container',
    );
  }
}

/**
 * Judges when an init container is restarted.
 *
 * @param path the container's.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function validateInitRestartPolicy(
  container: RestartPolicy,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { restartPolicy, restartPolicyRules } = container;
  if (gates.restartRules) {
    if (restartPolicy === undefined) {
      if (restartPolicyRules?.length)
        errors.required(path.child('restartPolicy'), 'is required by the rules');
    } else if (restartPolicy !== 'Always' || gates.restartAll) {
      validatePolicyAndRules(container, gates, path, errors);
    } else if (restartPolicyRules?.length) {
      errors.forbidden(path.child('restartPolicyRules'), 'must not be set where restartPolicy is Always');
    }
  } else if (!gates.sidecars || gates.restartPolicyDropped || restartPolicy === undefined) return;
  else if (restartPolicy !== 'Always') {
    errors.notSupported(path.child('restartPolicy'), restartPolicy, INIT_POLICIES);
  }
}

/** Whether an init container is a sidecar: it runs beside the containers. */
export function isSidecar({ restartPolicy }: RestartPolicy, gates: ContainerGates): boolean {
  return gates.sidecars && restartPolicy === 'Always';
}

function validatePolicyAndRules(
  { restartPolicy, restartPolicyRules = [] }: RestartPolicy,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (restartPolicy === undefined) {
    if (restartPolicyRules.length > 0)
      errors.required(path.child('restartPolicy'), 'is required by the rules');
  } else if (!POLICIES.includes(restartPolicy)) {
    errors.notSupported(path.child('restartPolicy'), restartPolicy, POLICIES);
  }
  if (restartPolicyRules.length === 0) return;
  const list = path.child('restartPolicyRules');
  validateCount(restartPolicyRules.length, RULES_MAX, list, errors);
  const actions = gates.restartAll ? ALL_ACTIONS : ACTIONS;
  for (const [index, { action = '', exitCodes }] of restartPolicyRules.entries()) {
    const at = list.index(index);
    if (!actions.includes(action)) errors.notSupported(at.child('action'), action, actions);
    if (exitCodes === undefined) {
      errors.required(at.child('exitCodes'));
      continue;
    }
    const { operator = '', values = [] } = exitCodes;
    if (!OPERATORS.includes(operator))
      errors.notSupported(at.child('exitCodes', 'operator'), operator, OPERATORS);
    validateCount(values.length, EXIT_CODES_MAX, at.child('exitCodes', 'values'), errors);
  }
}

/** Servers before 1.36 call a list too long. */
function validateCount(count: number, max: number, path: FieldPath, errors: FieldErrors): void {
  if (count <= max) return;
  if (isBefore(errors.version, '1.36')) errors.tooLong(path, count, max);
  else errors.tooMany(path, count, max);
}
