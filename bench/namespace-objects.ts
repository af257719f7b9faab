import type { Manifest } from './manifest';

/** A namespace with a Pod Security level, and a quota in it: what admission holds every pod of the input against. */
export function namespaceObjects(): Manifest[] {
  const labels = { 'pod-security.kubernetes.io/enforce': 'baseline' };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: { hard: { 'count/statefulsets.apps': '5k' } },
    },
  ];
}
