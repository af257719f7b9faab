import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';
import { effectiveName, type ObjectMeta } from '../metadata';
import { withClaimVolumes } from './claim-volumes';
import { validateContainers } from './containers';
import { validateHostProcess } from './host-process';
import { type PodSpec, validatePodFields } from './pod-fields';
import type { Volume } from './volume';
import { validateVolumes } from './volumes';

/** What differs by where a pod spec stands. */
export interface PodSpecOptions {
  /**
   * The metadata of the pod whose spec it is.
   *
   * @default - it is the spec of a template, whose pods a controller makes
   */
  readonly pod?: ObjectMeta;
  /**
   * Names of the claim templates of the StatefulSet whose template it stands in: each is the name of a volume, and
   * the set gives its pods their host names and subdomain.
   *
   * @default - it does not stand in a StatefulSet
   */
  readonly claimTemplates?: readonly string[];
}

const NO_OPTIONS: PodSpecOptions = {};
const NO_VOLUMES: readonly Volume[] = [];
const NO_LABELS: StringMap = {};

/**
 * The API server's validation of a pod's spec. Which restart policies and deadlines the pods of a workload may have,
 * the workload says.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export function validatePodSpec(
  data: Data,
  path: FieldPath,
  errors: FieldErrors,
  { pod, claimTemplates }: PodSpecOptions = NO_OPTIONS,
): void {
  const spec = data as PodSpec;
  const own = spec.volumes ?? NO_VOLUMES;
  const all = claimTemplates ? withClaimVolumes(own, claimTemplates) : own;
  const usable = validateVolumes(all, path, errors, pod && effectiveName(pod));
  validateContainers(data, { usable, all }, path, errors, pod === undefined);
  validateHostProcess(spec, path, errors);
  const labels = pod && (pod.labels ?? NO_LABELS);
  validatePodFields({ spec, path, labels, ofStatefulSet: claimTemplates !== undefined }, errors);
}
