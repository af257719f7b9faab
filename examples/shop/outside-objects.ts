/**
 * Objects that the shop names and does not make: they are in its cluster already, and the verifier is told so. The
 * platform team makes the passwords, the certificates and the controller of the Ingresses.
 */
export const OUTSIDE_OBJECTS = [
  secret('shop-data', 'postgres-passwords'),
  secret('shop-data', 'mongo-admin'),
  secret('shop-data', 'mongo-key-file'),
  secret('shop-web', 'web-keys'),
  { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'nginx' } },
];

function secret(namespace: string, name: string): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name } };
}
