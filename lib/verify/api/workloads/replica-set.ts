import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { LabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validatePodTemplate } from '../pod/template';
import type { Validator } from '../validator';
import { validateNonNegative } from './non-negative';
import { validateSharedDisks } from './shared-disks';
import { NO_TEMPLATE, type PodTemplate, validateEndlessPods, validateOwnSelector } from './template-owner';

/** What a set of interchangeable pods says, be it a ReplicaSet or a Deployment. */
export interface ReplicaSetSpec {
  readonly replicas?: number;
  readonly minReadySeconds?: number;
  readonly selector?: LabelSelector;
  readonly template?: PodTemplate;
}

const SPEC = FieldPath.of('spec');
const NO_SPEC: ReplicaSetSpec = {};

/**
 * Judges a ReplicaSet.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replica-set-v1/
 */
export const validateReplicaSet: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  validateReplicaSetSpec((object.spec as ReplicaSetSpec | undefined) ?? NO_SPEC, SPEC, errors);
};

/** Judges what a ReplicaSet and a Deployment have in common. */
export function validateReplicaSetSpec(spec: ReplicaSetSpec, path: FieldPath, errors: FieldErrors): void {
  const { selector, template = NO_TEMPLATE } = spec;
  validateNonNegative(spec.replicas, 'replicas', path, errors);
  validateNonNegative(spec.minReadySeconds, 'minReadySeconds', path, errors);
  validateOwnSelector(selector, template, path, errors);
  const templatePath = path.child('template');
  validatePodTemplate(template, templatePath, errors);
  validateEndlessPods(template, templatePath, errors);
  if ((spec.replicas ?? 1) > 1) validateSharedDisks(template, templatePath, errors);
}
