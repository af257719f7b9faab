import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, nameIsPathSegment, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

interface RoleRef {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

interface Subject extends RoleRef {
  readonly namespace?: string;
}

interface Binding {
  readonly roleRef?: RoleRef;
  readonly subjects?: readonly Subject[];
}

/** The API group of roles, users and groups: the default wherever one of them is named. */
const RBAC_GROUP = 'rbac.authorization.k8s.io';

const ROLE_KINDS = ['Role', 'ClusterRole'];
const CLUSTER_ROLE_KINDS = ['ClusterRole'];
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

const ROLE_REF = FieldPath.of('roleRef');
const SUBJECTS = FieldPath.of('subjects');
const NO_SUBJECTS: readonly Subject[] = [];

/**
 * Judges a RoleBinding.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding
 */
export const validateRoleBinding: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsPathSegment, errors);
  validateBinding(object as Binding, ROLE_KINDS, true, errors);
};

/** Judges a ClusterRoleBinding: its role is a ClusterRole, and its service accounts have a namespace. */
export const validateClusterRoleBinding: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsPathSegment, errors);
  validateBinding(object as Binding, CLUSTER_ROLE_KINDS, false, errors);
};

function validateBinding(
  binding: Binding,
  kinds: readonly string[],
  namespaced: boolean,
  errors: FieldErrors,
): void {
  const { apiGroup, kind = '', name } = binding.roleRef ?? {};
  if (apiGroup && apiGroup !== RBAC_GROUP) {
    errors.notSupported(ROLE_REF.child('apiGroup'), apiGroup, [RBAC_GROUP]);
  }
  if (!kinds.includes(kind)) errors.notSupported(ROLE_REF.child('kind'), kind, kinds);
  if (!name) errors.required(ROLE_REF.child('name'));
  else errors.invalidField(ROLE_REF, 'name', name, nameIsPathSegment(name, false));
  const { subjects = NO_SUBJECTS } = binding;
  for (let index = 0; index < subjects.length; index++) {
    validateSubject(subjects[index], namespaced, SUBJECTS.index(index), errors);
  }
}

function validateSubject(subject: Subject, namespaced: boolean, path: FieldPath, errors: FieldErrors): void {
  const { apiGroup, kind = '', name, namespace } = subject;
  if (!name) errors.required(path.child('name'));
  switch (kind) {
    case 'ServiceAccount':
      if (name) errors.invalidField(path, 'name', name, nameIsDnsSubdomain(name, false));
      if (apiGroup) {
        errors.notSupported(path.child('apiGroup'), apiGroup, ["''"], {
          fix: 'drop it: service accounts are of the core group',
        });
      }
      if (!namespaced && !namespace) {
        errors.required(path.child('namespace'), 'is required of a service account, as the binding has none');
      }
      break;
    case 'User':
    case 'Group':
      if (apiGroup && apiGroup !== RBAC_GROUP) {
        errors.notSupported(path.child('apiGroup'), apiGroup, [RBAC_GROUP]);
      }
      break;
    default:
      errors.notSupported(path.child('kind'), kind, SUBJECT_KINDS);
  }
}
