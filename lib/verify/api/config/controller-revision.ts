import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

const DATA = FieldPath.of('data');
const REVISION = FieldPath.of('revision');

/**
 * Judges a ControllerRevision, which keeps an older state of a StatefulSet or a DaemonSet. Its data is any JSON;
 * since 1.36, an object.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/controller-revision-v1/
 */
export const validateControllerRevision: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { data, revision } = object;
  if (data === undefined || (!isData(data) && !isBefore(errors.version, '1.36'))) {
    errors.required(DATA, 'must hold a JSON object');
  }
  if (typeof revision === 'number' && revision < 0)
    errors.invalid(REVISION, revision, 'must not be negative');
};
