import { FieldPath } from '../../field-path';
import type { StringMap } from '../labels';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validatePodTemplate } from '../pod/template';
import type { Validator } from '../validator';
import { validateNonNegative } from './non-negative';
import { validateSharedDisks } from './shared-disks';
import { labelsOf, type PodTemplate, validateEndlessPods, validateMatchingTemplate } from './template-owner';

interface ReplicationControllerSpec {
  readonly replicas?: number;
  readonly minReadySeconds?: number;
  readonly selector?: StringMap;
  readonly template?: PodTemplate;
}

const SPEC = FieldPath.of('spec');
const TEMPLATE = SPEC.child('template');
const NO_SPEC: ReplicationControllerSpec = {};

/**
 * Judges a ReplicationController, whose selector is its template's labels where it has none.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replication-controller-v1/
 */
export const validateReplicationController: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as ReplicationControllerSpec | undefined) ?? NO_SPEC;
  const { template } = spec;
  validateNonNegative(spec.replicas, 'replicas', SPEC, errors);
  validateNonNegative(spec.minReadySeconds, 'minReadySeconds', SPEC, errors);
  const selector = hasEntries(spec.selector) ? spec.selector : template && labelsOf(template);
  if (!hasEntries(selector)) errors.required(SPEC.child('selector'));
  if (!template) {
    errors.required(TEMPLATE);
    return;
  }
  if (hasEntries(selector)) validateMatchingTemplate({ matchLabels: selector }, template, SPEC, errors);
  validatePodTemplate(template, TEMPLATE, errors);
  validateEndlessPods(template, TEMPLATE, errors);
  if ((spec.replicas ?? 1) > 1) validateSharedDisks(template, TEMPLATE, errors);
};

function hasEntries(map: StringMap | undefined): boolean {
  return map !== undefined && Object.keys(map).length > 0;
}
