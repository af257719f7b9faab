import type { Validator, ValidatorKey } from '../validator';
import { validateClusterRoleBinding, validateRoleBinding } from './binding';
import { validateClusterRole, validateRole } from './role';

/** The validators of the kinds of role-based access control. */
export const RBAC_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['rbac.authorization.k8s.io/Role', validateRole],
  ['rbac.authorization.k8s.io/ClusterRole', validateClusterRole],
  ['rbac.authorization.k8s.io/RoleBinding', validateRoleBinding],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', validateClusterRoleBinding],
];
