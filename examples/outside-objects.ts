/** Objects that the examples name and do not make: they are in the cluster already, and the verifier is told so. */
export const OUTSIDE_OBJECTS = [
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'ssd' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'elasticsearch-users' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'elasticsearch-certificates' } },
];
