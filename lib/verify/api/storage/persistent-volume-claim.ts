import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validatePersistentVolumeClaimSpec } from './claim';
import { type DataSources, normalizedSources } from './data-source';

const SPEC = FieldPath.of('spec');
const NO_SPEC: Data & DataSources = {};

/**
 * The API server's validation of PersistentVolumeClaims.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export const validatePersistentVolumeClaim: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as (Data & DataSources) | undefined) ?? NO_SPEC;
  const { dataSource, dataSourceRef, ...others } = spec;
  const hasSource = dataSource !== undefined || dataSourceRef !== undefined;
  const judged = hasSource ? { ...others, ...normalizedSources(spec) } : spec;
  validatePersistentVolumeClaimSpec(judged, SPEC, errors);
};
