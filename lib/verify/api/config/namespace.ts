import { labelValueComplaints, qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { StringMap } from '../labels';
import {
  effectiveName,
  isStandardFinalizer,
  metadataOf,
  nameIsDnsLabel,
  validateObjectMeta,
} from '../metadata';
import type { Validator } from '../validator';

interface Namespace {
  readonly spec?: { readonly finalizers?: readonly string[] };
}

const LABELS = FieldPath.of('metadata', 'labels');
const FINALIZERS = FieldPath.of('spec', 'finalizers');

const LEVELS: ReadonlySet<string> = new Set(['privileged', 'baseline', 'restricted']);
const POLICY_VERSION = /^(latest|v1\.(0|[1-9][0-9]*))$/;
const POD_SECURITY = 'pod-security.kubernetes.io/';

/**
 * Judges a Namespace, and the levels of Pod Security in its labels, which the server's own admission judges.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/
 */
export const validateNamespace: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsLabel, errors);
  const meta = metadataOf(object);
  // The server writes the name into a label before it validates.
  errors.invalidEach(LABELS, meta.name, labelValueComplaints(effectiveName(meta)));
  if (meta.labels !== undefined) validatePodSecurity(meta.labels, errors);
  for (const finalizer of (object as Namespace).spec?.finalizers ?? []) {
    errors.invalidEach(FINALIZERS, finalizer, qualifiedNameComplaints(finalizer));
    if (!isStandardFinalizer(finalizer)) {
      errors.invalid(FINALIZERS, finalizer, "must have a domain, or be one of Kubernetes' own");
    }
  }
};

function validatePodSecurity(labels: StringMap, errors: FieldErrors): void {
  for (const key in labels) {
    if (!key.startsWith(POD_SECURITY)) continue;
    const value = labels[key] ?? '';
    if (labelValueComplaints(value).length > 0) continue;
    switch (key.slice(POD_SECURITY.length)) {
      case 'enforce':
      case 'audit':
      case 'warn':
        if (!LEVELS.has(value)) {
          errors.invalid(LABELS.key(key), value, 'must be one of privileged, baseline, restricted');
        }
        break;
      case 'enforce-version':
      case 'audit-version':
      case 'warn-version':
        if (!POLICY_VERSION.test(value)) {
          errors.invalid(LABELS.key(key), value, "must be 'latest', or a minor version such as 'v1.28'");
        }
        break;
    }
  }
}
