import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';

/**
 * Whether a controller made a manifest, such as a ReplicaSet of a Deployment in what was read from a cluster: it is a
 * part of its owner then, and no workload of its own.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/
 */
export function isOwned({ data }: JudgedManifest): boolean {
  return listAt(dataAt(data, 'metadata'), 'ownerReferences').some(({ controller }) => controller === true);
}
