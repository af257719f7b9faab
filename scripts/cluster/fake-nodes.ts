import type { KubernetesObject } from './api-client';

/**
 * Nodes without machines. Each has addresses for its pods, of both families, and a zone and a name of its own.
 */
export const FAKE_NODES: readonly KubernetesObject[] = [1, 2, 3].map(number => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `fake-${number}`,
    labels: {
      'kubernetes.io/hostname': `fake-${number}`,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'topology.kubernetes.io/region': 'fake',
      'topology.kubernetes.io/zone': `fake-${number}`,
    },
  },
  spec: {
    podCIDR: `10.244.${number}.0/24`,
    podCIDRs: [`10.244.${number}.0/24`, `fd00:10:244:${number}::/64`],
  },
}));
