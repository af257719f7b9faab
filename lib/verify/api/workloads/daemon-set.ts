import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type LabelSelector, validateLabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validatePodTemplate } from '../pod/template';
import type { Validator } from '../validator';
import { type IntOrPercent, isNone, validateIntOrPercent, validateNoMoreThanAll } from './int-or-percent';
import { validateNonNegative } from './non-negative';
import { validateSharedDisks } from './shared-disks';
import {
  NO_TEMPLATE,
  type PodTemplate,
  validateEndlessPods,
  validateMatchingTemplate,
  validateNonEmptySelector,
} from './template-owner';

interface DaemonSetSpec {
  readonly selector?: LabelSelector;
  readonly template?: PodTemplate;
  readonly updateStrategy?: UpdateStrategy;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
}

interface UpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: RollingUpdate;
}

interface RollingUpdate {
  readonly maxUnavailable?: IntOrPercent;
  readonly maxSurge?: IntOrPercent;
}

const SPEC = FieldPath.of('spec');
const SELECTOR = SPEC.child('selector');
const TEMPLATE = SPEC.child('template');
const NO_SPEC: DaemonSetSpec = {};
const STRATEGIES = ['RollingUpdate', 'OnDelete'];

/**
 * Judges a DaemonSet.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/
 */
export const validateDaemonSet: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as DaemonSetSpec | undefined) ?? NO_SPEC;
  const { selector, template = NO_TEMPLATE } = spec;
  if (validateLabelSelector(selector, SELECTOR, errors)) {
    validateMatchingTemplate(selector, template, SPEC, errors);
  }
  validateNonEmptySelector(selector, SELECTOR, errors);
  validatePodTemplate(template, TEMPLATE, errors);
  validateEndlessPods(template, TEMPLATE, errors);
  validateSharedDisks(template, TEMPLATE, errors);
  validateNonNegative(spec.minReadySeconds, 'minReadySeconds', SPEC, errors);
  validateNonNegative(spec.revisionHistoryLimit, 'revisionHistoryLimit', SPEC, errors);
  if (spec.updateStrategy) validateStrategy(spec.updateStrategy, SPEC.child('updateStrategy'), errors);
};

function validateStrategy(strategy: UpdateStrategy, path: FieldPath, errors: FieldErrors): void {
  const { type = '', rollingUpdate } = strategy;
  if (type === 'OnDelete') return;
  if (type !== '' && type !== 'RollingUpdate') errors.notSupported(path, strategy, STRATEGIES);
  else if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), errors);
}

function validateRollingUpdate(rollingUpdate: RollingUpdate, path: FieldPath, errors: FieldErrors): void {
  const { maxUnavailable = 1, maxSurge = 0 } = rollingUpdate;
  const unavailablePath = path.child('maxUnavailable');
  const surgePath = path.child('maxSurge');
  validateIntOrPercent(maxUnavailable, unavailablePath, errors);
  validateIntOrPercent(maxSurge, surgePath, errors);
  validateNoMoreThanAll(maxUnavailable, unavailablePath, errors);
  validateNoMoreThanAll(maxSurge, surgePath, errors);
  const mayLack = !isNone(maxUnavailable);
  const maySurge = !isNone(maxSurge);
  if (mayLack && maySurge) {
    errors.invalid(surgePath, maxSurge, `must be 0, as maxUnavailable is ${maxUnavailable}`, {
      fix: 'set maxUnavailable to 0, whose default is 1',
    });
  } else if (!mayLack && !maySurge) {
    errors.required(unavailablePath, 'must not be 0, as maxSurge is 0: no pod could be replaced');
  }
}
