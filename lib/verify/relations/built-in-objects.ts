/** Namespace and name of an object that every cluster has; a `*` at the end of a name stands for anything. */
type Name = `${string}/${string}`;

/**
 * What Kubernetes itself makes in every cluster, or in every namespace (`*`), by kind.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 */
const BUILT_IN: Readonly<Record<string, readonly Name[]>> = {
  ConfigMap: ['*/kube-root-ca.crt', 'kube-system/extension-apiserver-authentication'],
  Namespace: ['/default', '/kube-node-lease', '/kube-public', '/kube-system'],
  Service: ['default/kubernetes', 'kube-system/kube-dns'],
  ServiceAccount: ['*/default'],
  'rbac.authorization.k8s.io/ClusterRole': ['/cluster-admin', '/admin', '/edit', '/view', '/system:*'],
  'rbac.authorization.k8s.io/Role': [
    'kube-public/system:*',
    'kube-system/system:*',
    'kube-system/extension-apiserver-authentication-reader',
  ],
  'scheduling.k8s.io/PriorityClass': ['/system-cluster-critical', '/system-node-critical'],
};

/** Whether every cluster has an object of this kind and name. */
export function isBuiltIn(kind: string, namespace: string, name: string): boolean {
  const names = Object.hasOwn(BUILT_IN, kind) ? (BUILT_IN[kind] ?? []) : [];
  return names.some(known => {
    const slash = known.indexOf('/');
    const [home, own] = [known.slice(0, slash), known.slice(slash + 1)];
    const isHere = home === '*' || home === namespace;
    return isHere && (own.endsWith('*') ? name.startsWith(own.slice(0, -1)) : name === own);
  });
}

/** Whether a namespace has pods of the cluster itself: its DNS, its proxies, in many clusters its control plane. */
export function isSystemNamespace(namespace: string): boolean {
  return namespace === 'kube-system';
}
