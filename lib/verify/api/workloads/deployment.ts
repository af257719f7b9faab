import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type IntOrPercent, isNone, validateIntOrPercent, validateNoMoreThanAll } from './int-or-percent';
import { validateNonNegative } from './non-negative';
import { type ReplicaSetSpec, validateReplicaSetSpec } from './replica-set';

interface DeploymentSpec extends ReplicaSetSpec {
  readonly strategy?: DeploymentStrategy;
  readonly revisionHistoryLimit?: number;
  readonly progressDeadlineSeconds?: number;
}

interface DeploymentStrategy {
  readonly type?: string;
  readonly rollingUpdate?: RollingUpdate;
}

interface RollingUpdate {
  readonly maxUnavailable?: IntOrPercent;
  readonly maxSurge?: IntOrPercent;
}

const SPEC = FieldPath.of('spec');
const NO_SPEC: DeploymentSpec = {};
const STRATEGIES = ['Recreate', 'RollingUpdate'];
const DEFAULT_SHARE = '25%';
const DEFAULT_DEADLINE = 600;

/**
 * Judges a Deployment.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
 */
export const validateDeployment: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as DeploymentSpec | undefined) ?? NO_SPEC;
  validateReplicaSetSpec(spec, SPEC, errors);
  if (spec.strategy) validateStrategy(spec.strategy, SPEC.child('strategy'), errors);
  validateNonNegative(spec.revisionHistoryLimit, 'revisionHistoryLimit', SPEC, errors);
  validateDeadline(spec, errors);
};

function validateStrategy(strategy: DeploymentStrategy, path: FieldPath, errors: FieldErrors): void {
  const { type = '', rollingUpdate } = strategy;
  switch (type) {
    case '':
    case 'RollingUpdate':
      if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), errors);
      break;
    case 'Recreate':
      if (rollingUpdate) {
        errors.forbidden(
          path.child('rollingUpdate'),
          'may not be set, as the type of the strategy is Recreate',
        );
      }
      break;
    default:
      errors.notSupported(path, strategy, STRATEGIES);
  }
}

function validateRollingUpdate(rollingUpdate: RollingUpdate, path: FieldPath, errors: FieldErrors): void {
  const { maxUnavailable = DEFAULT_SHARE, maxSurge = DEFAULT_SHARE } = rollingUpdate;
  const unavailablePath = path.child('maxUnavailable');
  validateIntOrPercent(maxUnavailable, unavailablePath, errors);
  validateIntOrPercent(maxSurge, path.child('maxSurge'), errors);
  validateNoMoreThanAll(maxUnavailable, unavailablePath, errors);
  if (isNone(maxUnavailable) && isNone(maxSurge)) {
    errors.invalid(
      unavailablePath,
      maxUnavailable,
      'must not be 0, as maxSurge is 0: no pod could be replaced',
    );
  }
}

function validateDeadline(spec: DeploymentSpec, errors: FieldErrors): void {
  const { minReadySeconds = 0, progressDeadlineSeconds = DEFAULT_DEADLINE } = spec;
  validateNonNegative(progressDeadlineSeconds, 'progressDeadlineSeconds', SPEC, errors);
  if (progressDeadlineSeconds <= minReadySeconds) {
    const message = `must be greater than minReadySeconds, ${minReadySeconds}, and is ${progressDeadlineSeconds}`;
    errors.invalid(SPEC.child('progressDeadlineSeconds'), progressDeadlineSeconds, message);
  }
}
