import { validateClusterRoleBinding, validateRoleBinding } from '../../../../lib/verify/api/rbac/binding';
import { validateClusterRole, validateRole } from '../../../../lib/verify/api/rbac/role';
import { judged } from '../workloads/judged';

const metadata = { name: 'system:reader' };
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const role = (...rules: object[]) => judged(validateRole, { metadata, rules });
const clusterRole = (fields: object) => judged(validateClusterRole, { metadata, ...fields });
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' };
const user = { kind: 'User', name: 'jane' };
const account = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' };
const binding = (fields: object) =>
  judged(validateRoleBinding, { metadata, roleRef, subjects: [user], ...fields });
const clusterBinding = (fields: object) =>
  judged(validateClusterRoleBinding, { metadata, roleRef, subjects: [user], ...fields });
const subject = (fields: object) => binding({ subjects: [fields] });

test('roles are called as a path can hold it', () => {
  expect(role()).toEqual([]);
  expect(judged(validateRole, { metadata: { name: 'a/b' } })).toEqual(['Invalid metadata.name']);
});

test('a rule has verbs, groups and resources', () => {
  expect(role(rule, { ...rule, resourceNames: ['a'], resources: ['pods', 'secrets'] })).toEqual([]);
  expect(role(rule, {})).toEqual([
    'Required rules[1].verbs',
    'Required rules[1].apiGroups',
    'Required rules[1].resources',
  ]);
  expect(role({ ...rule, apiGroups: [] })).toEqual(['Required rules[0].apiGroups']);
});

test('URLs are for ClusterRoles, in rules of their own', () => {
  const urls = { nonResourceURLs: ['/healthz'], verbs: ['get'] };
  expect(clusterRole({ rules: [urls] })).toEqual([]);
  expect(role(urls)).toEqual(['Invalid rules[0].nonResourceURLs']);
  expect(clusterRole({ rules: [{ ...urls, ...rule }] })).toEqual(['Invalid rules[0].nonResourceURLs']);
  expect(clusterRole({ rules: [{ ...urls, verbs: [] }] })).toEqual(['Required rules[0].verbs']);
});

test('an aggregated ClusterRole selects others', () => {
  const path = 'aggregationRule.clusterRoleSelectors';
  const aggregated = (...clusterRoleSelectors: object[]) =>
    clusterRole({ aggregationRule: { clusterRoleSelectors } });
  expect(aggregated({ matchLabels: { a: 'b' } })).toEqual([]);
  expect(aggregated()).toEqual([`Required ${path}`]);
  expect(aggregated({ matchExpressions: [{ key: 'a', operator: 'Is' }] })).toEqual([
    `Invalid ${path}[0].matchExpressions[0].operator`,
    `Invalid ${path}[0]`,
  ]);
});

test('a binding names its role', () => {
  expect(binding({})).toEqual([]);
  expect(binding({ roleRef: { kind: 'Role', name: 'a' }, subjects: undefined })).toEqual([]);
  expect(binding({ roleRef: {} })).toEqual(['NotSupported roleRef.kind', 'Required roleRef.name']);
  expect(binding({ roleRef: { ...roleRef, apiGroup: 'rbac' } })).toEqual(['NotSupported roleRef.apiGroup']);
  expect(binding({ roleRef: { ...roleRef, name: 'a/b' } })).toEqual(['Invalid roleRef.name']);
});

test('a ClusterRoleBinding binds a ClusterRole', () => {
  expect(clusterBinding({})).toEqual([]);
  expect(clusterBinding({ roleRef: { ...roleRef, kind: 'Role' } })).toEqual(['NotSupported roleRef.kind']);
});

test('subjects are users, groups and service accounts', () => {
  expect(subject({ kind: 'Group', name: 'system:masters', apiGroup: roleRef.apiGroup })).toEqual([]);
  expect(subject(account)).toEqual([]);
  expect(subject({ kind: 'Role', name: 'a' })).toEqual(['NotSupported subjects[0].kind']);
  expect(subject({ kind: 'User' })).toEqual(['Required subjects[0].name']);
  expect(subject({ ...user, apiGroup: 'rbac' })).toEqual(['NotSupported subjects[0].apiGroup']);
  expect(subject({ ...account, apiGroup: roleRef.apiGroup })).toEqual(['NotSupported subjects[0].apiGroup']);
  expect(subject({ ...account, name: 'a:b' })).toEqual(['Invalid subjects[0].name']);
});

test('a ClusterRoleBinding says where its service accounts live', () => {
  const { namespace, ...homeless } = account;
  expect(subject(homeless)).toEqual([]);
  expect(clusterBinding({ subjects: [{ ...homeless, namespace }] })).toEqual([]);
  expect(clusterBinding({ subjects: [homeless] })).toEqual(['Required subjects[0].namespace']);
});
