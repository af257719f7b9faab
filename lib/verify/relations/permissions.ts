import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';

const GROUP = 'rbac.authorization.k8s.io';
const CHANGING = ['update', 'patch', '*'];
const EVERYBODY = ['system:authenticated', 'system:serviceaccounts'];

/** What a role allows; with subjects, whom. */
interface Grant {
  readonly subjects: readonly Data[];
  readonly rules: readonly Data[];
}

/** Grants by namespace; an empty one stands for all of them, or for whichever it is applied in. */
type Grants = ReadonlyMap<string, readonly Grant[]>;

/**
 * Whether a service account may change objects of the core group, such as `pods`, by a role that the input binds to
 * it. A role that is bound and not among the manifests may allow anything, unless it is known to only read.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function mayChange(set: ManifestSet, namespace: string, account: string, resource: string): boolean {
  return isGranted(bindings(set), namespace, ({ rules, subjects }) => {
    return subjects.some(subject => isMeant(subject, namespace, account)) && allows(rules, resource);
  });
}

/**
 * Whether a program that runs in a namespace may change any object of a resource there: by a Role, whoever binds it,
 * or by a role that the input binds to a service account of the namespace.
 */
export function mayBeChanged(set: ManifestSet, namespace: string, resource: string): boolean {
  const isFrom = ({ kind, namespace: home }: Data) => kind === 'ServiceAccount' && home === namespace;
  return (
    isGranted(roles(set), namespace, ({ rules }) => allows(rules, resource)) ||
    isGranted(
      bindings(set),
      namespace,
      ({ rules, subjects }) => subjects.some(isFrom) && allows(rules, resource),
    )
  );
}

const roles = indexOnDemand(set =>
  byNamespace(set.ofKind(`${GROUP}/Role`), ({ data }) => ({ subjects: [], rules: listAt(data, 'rules') })),
);

const bindings = indexOnDemand(set =>
  byNamespace(
    [...set.ofKind(`${GROUP}/RoleBinding`), ...set.ofKind(`${GROUP}/ClusterRoleBinding`)],
    binding => ({
      subjects: listAt(binding.data, 'subjects'),
      rules: rulesOf(set, binding),
    }),
  ),
);

function byNamespace(
  manifests: readonly JudgedManifest[],
  grantOf: (manifest: JudgedManifest) => Grant,
): Grants {
  const grants = new Map<string, Grant[]>();
  for (const manifest of manifests) {
    const namespace = namespaceOf(manifest);
    const known = grants.get(namespace);
    if (known) known.push(grantOf(manifest));
    else grants.set(namespace, [grantOf(manifest)]);
  }
  return grants;
}

function isGranted(grants: Grants, namespace: string, test: (grant: Grant) => boolean): boolean {
  const places = namespace === '' ? [...grants.values()] : [grants.get(namespace), grants.get('')];
  return places.some(here => here?.some(test));
}

function rulesOf(set: ManifestSet, binding: JudgedManifest): readonly Data[] {
  const { kind, name } = dataAt(binding.data, 'roleRef');
  const role = set.find(`${GROUP}/${kind}`, kind === 'Role' ? namespaceOf(binding) : '', String(name));
  if (!role) return READ_ONLY.test(String(name)) ? [] : ANYTHING;
  return role.data.aggregationRule ? ANYTHING : listAt(role.data, 'rules');
}

const READ_ONLY = /^(system:.*|view)$/;
const ANYTHING: readonly Data[] = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];

function allows(rules: readonly Data[], resource: string): boolean {
  return rules.some(
    ({ apiGroups, resources, verbs, resourceNames }) =>
      holdsAny(apiGroups, ['', '*']) &&
      holdsAny(resources, [resource, '*']) &&
      holdsAny(verbs, CHANGING) &&
      (!Array.isArray(resourceNames) || resourceNames.length === 0),
  );
}

function holdsAny(list: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(list) && list.some(item => wanted.includes(item));
}

function isMeant({ kind, name, namespace: home }: Data, namespace: string, account: string): boolean {
  if (kind === 'Group') {
    return EVERYBODY.includes(String(name)) || name === `system:serviceaccounts:${namespace}`;
  }
  return kind === 'ServiceAccount' && name === account && (home === namespace || !home || namespace === '');
}
