import { FieldPath } from '../../field-path';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

interface PriorityClass {
  readonly value?: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
}

/** The highest priority that is not of the system. */
const HIGHEST_VALUE = 1_000_000_000;
const SYSTEM_PREFIX = 'system-';
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
]);
const POLICIES = ['PreemptLowerPriority', 'Never'];

const NAME = FieldPath.of('metadata', 'name');
const VALUE = FieldPath.of('value');
const POLICY = FieldPath.of('preemptionPolicy');

/**
 * Judges a PriorityClass. Names that begin with `system-` are those of the server's two classes.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass
 */
export const validatePriorityClass: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { value = 0, globalDefault = false, preemptionPolicy } = object as PriorityClass;
  const name = effectiveName(metadataOf(object));
  if (name.startsWith(SYSTEM_PREFIX)) {
    if (SYSTEM_CLASSES.get(name) !== value || globalDefault) {
      errors.forbidden(NAME, `must not begin with '${SYSTEM_PREFIX}', which is reserved for the system`);
    }
  } else if (value > HIGHEST_VALUE) {
    errors.forbidden(VALUE, `must be no more than ${HIGHEST_VALUE}`);
  }
  if (preemptionPolicy === '') errors.required(POLICY, `must be one of ${POLICIES.join(', ')}, or absent`);
  else if (preemptionPolicy !== undefined && !POLICIES.includes(preemptionPolicy)) {
    errors.notSupported(POLICY, preemptionPolicy, POLICIES);
  }
};
