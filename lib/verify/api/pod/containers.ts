import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import type { Volume } from './volume';

/** The API server's validation of a pod's containers, init containers and ephemeral containers. */
export function validateContainers(
  _spec: Data,
  _volumes: ReadonlyMap<string, Volume>,
  _path: FieldPath,
  _errors: FieldErrors,
): void {}
