import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type StringMap, validateLabels } from '../labels';
import { nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import { type Toleration, validateTolerations } from '../pod/tolerations';
import { type ResourceList, validateContainerResourceName } from '../quantities';
import { validateResourceRequirements } from '../resource-requirements';
import type { Validator } from '../validator';

interface RuntimeClass {
  readonly handler?: string;
  readonly overhead?: { readonly podFixed?: ResourceList };
  readonly scheduling?: {
    readonly nodeSelector?: StringMap;
    readonly tolerations?: readonly Toleration[];
  };
}

const HANDLER = FieldPath.of('handler');
const OVERHEAD = FieldPath.of('overhead');
const SCHEDULING = FieldPath.of('scheduling');
const TOLERATIONS = SCHEDULING.child('tolerations');

/**
 * Judges a RuntimeClass.
 *
 * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
 */
export const validateRuntimeClass: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const { handler = '', overhead, scheduling } = object as RuntimeClass;
  if (handler === '' && !isBefore(errors.version, '1.36')) errors.required(HANDLER);
  else errors.invalidEach(HANDLER, handler, dnsLabelComplaints(handler));
  if (overhead?.podFixed !== undefined) {
    const requirements = { limits: overhead.podFixed };
    validateResourceRequirements(requirements, OVERHEAD, errors, validateContainerResourceName);
  }
  if (scheduling?.nodeSelector !== undefined) {
    validateLabels(scheduling.nodeSelector, SCHEDULING.child('nodeSelector'), errors);
  }
  if (scheduling?.tolerations !== undefined) validateScheduling(scheduling.tolerations, errors);
};

function validateScheduling(tolerations: readonly Toleration[], errors: FieldErrors): void {
  validateTolerations(tolerations, TOLERATIONS, errors);
  for (const [index, toleration] of tolerations.entries()) {
    if (tolerations.slice(0, index).some(earlier => isSame(earlier, toleration))) {
      errors.duplicate(TOLERATIONS.index(index), toleration);
    }
  }
}

function isSame(a: Toleration, b: Toleration): boolean {
  return (
    (a.key ?? '') === (b.key ?? '') &&
    (a.operator ?? '') === (b.operator ?? '') &&
    (a.value ?? '') === (b.value ?? '') &&
    (a.effect ?? '') === (b.effect ?? '') &&
    a.tolerationSeconds === b.tolerationSeconds
  );
}
