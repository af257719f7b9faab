import { immutable } from './immutable';

/** An update of a RoleBinding or a ClusterRoleBinding may not bind another role. */
export const updateRoleBinding = immutable({
  field: ['roleRef'],
  fix: 'delete the binding and create it again (kubectl auth reconcile does both), or create one of another name first',
  see: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
});
