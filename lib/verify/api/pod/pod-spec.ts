import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validateContainers } from './containers';
import type { Volume } from './volume';

/** What differs by where a pod spec stands. */
export interface PodSpecOptions {
  /**
   * Whether the spec is that of a template, whose pods a controller makes; not that of a pod.
   *
   * @default false
   */
  readonly template?: boolean;
  /**
   * Names of volumes that the pods get from elsewhere: a StatefulSet's claim templates.
   *
   * @default - none
   */
  readonly claimTemplates?: readonly string[];
}

/** The API server's validation of a pod's spec. */
export function validatePodSpec(
  spec: Data,
  path: FieldPath,
  errors: FieldErrors,
  _options: PodSpecOptions = {},
): void {
  const volumes = new Map<string, Volume>();
  validateContainers(spec, volumes, path, errors);
}
