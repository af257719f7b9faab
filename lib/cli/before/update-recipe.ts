import type { ManifestIdentity } from '../../verify';

/** How to get there where the API server refuses an update, by kind. */
const RECIPES: Readonly<Record<string, (object: string) => string>> = {
  StatefulSet: object =>
    `kubectl delete ${object} --cascade=orphan, which leaves pods and claims alone, and apply again`,
  Deployment: object =>
    `apply it under a new name beside this one, move the traffic, then delete this one; or with a gap in service: kubectl delete ${object}, and apply again`,
  DaemonSet: object => `kubectl delete ${object} --cascade=orphan, apply again, then delete the old pods`,
  ReplicaSet: object => `kubectl delete ${object} --cascade=orphan, and apply again`,
  Job: object => `kubectl delete ${object}, and apply again; or give every run a name of its own`,
  Pod: object => `kubectl delete ${object}, and apply again`,
  PersistentVolumeClaim: () =>
    'make a new claim, copy the data, and let the workload take that; deleting this one may delete its volume',
  PersistentVolume: object =>
    `set its reclaim policy to Retain, kubectl delete ${object}, apply again, and bind the claim anew`,
  StorageClass: object => `kubectl delete ${object}, and apply again: volumes that it made stay as they are`,
  ConfigMap: () => 'give it a new name, and name that in the pods',
  Secret: object =>
    `give it a new name, and name that in the pods; or kubectl delete ${object}, and apply again`,
  RoleBinding: object => `kubectl delete ${object}, and apply again: until then nobody has the role`,
  ClusterRoleBinding: object => `kubectl delete ${object}, and apply again: until then nobody has the role`,
  Service: object => `kubectl delete ${object}, and apply again: its address changes, and connections break`,
  CSIDriver: object => `kubectl delete ${object}, and apply again`,
  IngressClass: object => `kubectl delete ${object}, and apply again`,
  RuntimeClass: object => `kubectl delete ${object}, and apply again`,
  PriorityClass: object => `kubectl delete ${object}, and apply again: pods that run keep their priority`,
};

/** How to get to an object that the stored one cannot be updated to; undefined where nobody can say in general. */
export function updateRecipe({ kind, namespace, name }: ManifestIdentity): string | undefined {
  if (!Object.hasOwn(RECIPES, kind)) return undefined;
  const inNamespace = namespace === undefined ? '' : ` --namespace ${namespace}`;
  return RECIPES[kind]?.(`${kind.toLowerCase()} ${name}${inNamespace}`);
}
