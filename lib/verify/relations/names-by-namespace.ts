/**
 * Whether a name is among names that stand as `namespace/name`. Custom resources of the cluster, and those that go
 * where they are applied, stand without a namespace, and are found from every one.
 */
export function isIn(names: ReadonlySet<string>, namespace: string, name: string): boolean {
  return names.has(`${namespace}/${name}`) || names.has(`/${name}`);
}
