import { generateKeyPairSync } from 'node:crypto';
import type { KubernetesObject } from '../../../scripts/cluster/api-client';
import { base64, ECDSA_SHA256, pem, signedRequest } from '../../verify/api/certificates/signed-request';

const FLOW = 'flowcontrol.apiserver.k8s.io';
const EVERYTHING = {
  resourceRules: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
  ],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};
const GROUP = { kind: 'Group', group: { name: 'devs' } };
const USER = { kind: 'User', user: { name: 'jane' } };
const ACCOUNT = { kind: 'ServiceAccount', serviceAccount: { name: 'web', namespace: 'shop' } };

/** Objects of kinds that are rare in repositories, in every version of their API: as any server takes them. */
export function rareObjects(): KubernetesObject[] {
  return [...['v1beta2', 'v1beta3', 'v1'].flatMap(flowControl), signingRequest(), ...deviceObjects()];
}

function flowControl(version: string): KubernetesObject[] {
  const object = (kind: string, name: string, spec: object) => ({
    apiVersion: `${FLOW}/${version}`,
    kind,
    metadata: { name, labels: { app: 'web' } },
    spec,
  });
  const shares = version === 'v1beta2' ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares';
  const queuing = { queues: 64, handSize: 8, queueLengthLimit: 50 };
  return [
    object('FlowSchema', `web-${version}`, {
      priorityLevelConfiguration: { name: 'global-default' },
      matchingPrecedence: 500,
      distinguisherMethod: { type: 'ByUser' },
      rules: [
        {
          subjects: [ACCOUNT, USER, GROUP],
          resourceRules: [
            { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'], namespaces: ['shop'] },
          ],
          nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/readyz/*'] }],
        },
      ],
    }),
    object('FlowSchema', 'exempt', {
      priorityLevelConfiguration: { name: 'exempt' },
      matchingPrecedence: 1,
      rules: [{ subjects: [{ kind: 'Group', group: { name: 'system:masters' } }], ...EVERYTHING }],
    }),
    object('PriorityLevelConfiguration', `web-${version}`, {
      type: 'Limited',
      limited: {
        [shares]: 20,
        lendablePercent: 50,
        borrowingLimitPercent: 10,
        limitResponse: { type: 'Queue', queuing },
      },
    }),
    object('PriorityLevelConfiguration', 'exempt', {
      type: 'Exempt',
      exempt: { nominalConcurrencyShares: 3, lendablePercent: 5 },
    }),
    object('PriorityLevelConfiguration', 'catch-all', {
      type: 'Limited',
      limited: { [shares]: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
    }),
  ];
}

function deviceObjects(): KubernetesObject[] {
  const opaque = { driver: 'gpu.example.com', parameters: { mode: 'shared' } };
  const selectors = [{ cel: { expression: "device.driver == 'gpu.example.com'" } }];
  const tolerations = [{ key: 'example.com/old', operator: 'Equal', value: 'a', effect: 'NoSchedule' }];
  const exactly = { deviceClassName: 'gpu', selectors, allocationMode: 'ExactCount', count: 2, tolerations };
  const firstAvailable = [
    { name: 'big', deviceClassName: 'big' },
    { name: 'small', deviceClassName: 'small', count: 2 },
  ];
  const devices = {
    requests: [
      { name: 'gpu', exactly },
      { name: 'any', firstAvailable },
    ],
    constraints: [{ requests: ['gpu', 'any/big'], matchAttribute: 'example.com/model' }],
    config: [{ requests: ['gpu'], opaque }],
  };
  const object = (kind: string, spec: object, namespace?: string) => ({
    apiVersion: 'resource.k8s.io/v1',
    kind,
    metadata: { name: 'gpu', ...(namespace && { namespace }) },
    spec,
  });
  return [
    object('DeviceClass', { selectors, config: [{ opaque }], extendedResourceName: 'example.com/gpu' }),
    object('ResourceClaim', { devices }, 'default'),
    object('ResourceClaimTemplate', { metadata: { labels: { app: 'web' } }, spec: { devices } }, 'default'),
  ];
}

function signingRequest(): KubernetesObject {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: 'jane' },
    spec: {
      request: base64(pem(signedRequest(key, ECDSA_SHA256, { hash: 'sha256' }))),
      signerName: 'example.com/mesh',
      usages: ['client auth', 'digital signature'],
      expirationSeconds: 3600,
    },
  };
}
