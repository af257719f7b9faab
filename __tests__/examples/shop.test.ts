import type { AnyManifest } from '../render';
import { outputOf } from './output';

const { files, manifests } = outputOf('main.ts');

/** The one manifest of a kind and a name. */
function the(kind: string, name: string): AnyManifest {
  const found = manifests.filter(m => m.kind === kind && m.metadata.name === name);
  if (found.length !== 1) throw new Error(`${found.length} manifests of kind ${kind} named ${name}`);
  return found[0];
}

const claimsOf = ({ spec }: AnyManifest) => spec.volumeClaimTemplates ?? [];

test('namespaces and storage come before what needs them', () => {
  expect(Object.keys(files).map(file => file.replace('.k8s.yaml', ''))).toEqual([
    '0000-namespaces',
    '0001-storage',
    '0002-data',
    '0003-outside',
    '0004-web',
  ]);
});

describe('PostgreSQL', () => {
  const { spec } = the('StatefulSet', 'postgres');

  test('has three replicas, of which a drain takes one', () => {
    expect(spec.replicas).toBe(3);
    expect(the('PodDisruptionBudget', 'postgres').spec.maxUnavailable).toBe(1);
  });

  test('is on disks of a class that retains them and makes them where the pod runs', () => {
    const [claim] = claimsOf(the('StatefulSet', 'postgres'));
    expect(the('StorageClass', claim.spec.storageClassName)).toMatchObject({
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
  });

  test('has a Service for the elected primary, by the label that its agent is told to set', () => {
    const { selector } = the('Service', 'postgres-primary').spec;
    const [{ env }] = spec.template.spec.containers;
    const label = env.find((e: AnyManifest) => e.name === 'KUBERNETES_ROLE_LABEL').value;
    expect(selector).toEqual({ ...spec.selector.matchLabels, [label]: 'master' });
  });

  test('may label its pods: its role is bound to the account that the pods act as', () => {
    const binding = the('RoleBinding', 'postgres');
    expect(binding.subjects).toEqual([
      {
        apiGroup: '',
        kind: 'ServiceAccount',
        name: spec.template.spec.serviceAccountName,
        namespace: 'shop-data',
      },
    ]);
    expect(the('ServiceAccount', 'postgres').metadata.namespace).toBe('shop-data');
    const pods = the('Role', binding.roleRef.name).rules.find((r: AnyManifest) =>
      r.resources.includes('pods'),
    );
    expect(pods.verbs).toContain('patch');
  });
});

describe('MongoDB', () => {
  const members = the('StatefulSet', 'mongo');
  const arbiter = the('StatefulSet', 'mongo-arbiter');

  test('has members with claims, and an arbiter without', () => {
    expect(claimsOf(members)).toHaveLength(1);
    expect(claimsOf(arbiter)).toEqual([]);
    expect(arbiter.spec.template.spec.volumes).toContainEqual({ name: 'data', emptyDir: {} });
  });

  test('votes with an odd number, the arbiter among them', () => {
    const script: string = the('ConfigMap', 'mongo-initiate').data['initiate.js'];
    const [, config = ''] = /const config = (\{.*?\n\});/s.exec(script) ?? [];
    const hosts = JSON.parse(config).members.map((m: AnyManifest) => [m.host, m.arbiterOnly]);
    expect(hosts).toEqual([
      ['mongo-0.mongo.shop-data.svc.cluster.local:27017', false],
      ['mongo-1.mongo.shop-data.svc.cluster.local:27017', false],
      ['mongo-arbiter-0.mongo-arbiter.shop-data.svc.cluster.local:27017', true],
    ]);
    expect(members.spec.replicas + arbiter.spec.replicas).toBe(hosts.length);
  });

  test.each(['mongo', 'mongo-arbiter'])('%s is found before it is ready', name => {
    expect(the('Service', name).spec.publishNotReadyAddresses).toBe(true);
  });
});

test('Redis keeps less in memory than it may use, and writes to its claim', () => {
  const redis = the('StatefulSet', 'redis');
  const settings: string = the('ConfigMap', 'redis-config').data['redis.conf'];
  const [container] = redis.spec.template.spec.containers;
  expect(settings).toMatch(/^maxmemory 800mb$/m);
  expect(container.resources.limits.memory).toBe('1Gi');
  const data = container.volumeMounts.find((m: AnyManifest) => m.name === claimsOf(redis)[0].metadata.name);
  expect(settings).toMatch(new RegExp(`^dir ${data.mountPath}$`, 'm'));
});

test('the payment provider is a host name', () => {
  expect(the('Service', 'payments').spec).toMatchObject({
    type: 'ExternalName',
    externalName: 'api.pay.example',
  });
});

test('Oracle is two addresses in an EndpointSlice of a Service without a selector', () => {
  const service = the('Service', 'ledger');
  const slices = manifests.filter(m => m.metadata.labels?.['kubernetes.io/service-name'] === 'ledger');
  expect(service.spec.selector).toBeUndefined();
  expect(slices).toHaveLength(1);
  expect(slices[0]).toMatchObject({
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.20.0.11'] }, { addresses: ['10.20.0.12'] }],
    ports: [{ name: 'oracle', port: 1521 }],
  });
  expect(slices[0].metadata.namespace).toBe(service.metadata.namespace);
  expect(service.spec.ports).toEqual([{ name: 'oracle', port: 1521 }]);
});

describe('the web front', () => {
  const slot = 'cdk8s-drydock/slot';

  test('is blue for customers and green for testers', () => {
    expect(the('Service', 'web').spec.selector[slot]).toBe('blue');
    expect(the('Service', 'web-preview').spec.selector[slot]).toBe('green');
  });

  test('has two versions with as many pods, and no pod of both colours', () => {
    const [blue, green] = ['web-blue', 'web-green'].map(name => the('Deployment', name).spec);
    expect(green.replicas).toBe(blue.replicas);
    expect(blue.template.spec.containers[0].image).not.toBe(green.template.spec.containers[0].image);
    expect(blue.selector.matchLabels[slot]).not.toBe(green.selector.matchLabels[slot]);
  });

  test('is reached through Services and ports that there are', () => {
    const paths = the('Ingress', 'web').spec.rules.flatMap((rule: AnyManifest) => rule.http.paths);
    for (const { backend } of paths) {
      const ports = the('Service', backend.service.name).spec.ports.map((p: AnyManifest) => p.port);
      expect(ports).toContain(backend.service.port.number);
    }
    expect(paths).toHaveLength(2);
  });

  test.each([
    ['POSTGRES', 'postgres-primary', 'shop-data'],
    ['REDIS', 'redis', 'shop-data'],
    ['PAYMENTS', 'payments', 'shop-web'],
    ['LEDGER', 'ledger', 'shop-web'],
  ])('connects to %s by a Service in the namespace where it is', (prefix, name, namespace) => {
    const [{ env }] = the('Deployment', 'web-blue').spec.template.spec.containers;
    const variable = (suffix: string) => env.find((e: AnyManifest) => e.name === `${prefix}_${suffix}`).value;
    const service = the('Service', name);
    expect(service.metadata.namespace).toBe(namespace);
    const short = namespace === 'shop-web';
    expect(variable('HOST')).toBe(short ? name : `${name}.${namespace}.svc.cluster.local`);
    expect(service.spec.ports.map((p: AnyManifest) => String(p.port))).toContain(variable('PORT'));
  });

  test('its pods are as restricted as their namespace', () => {
    expect(the('Namespace', 'shop-web').metadata.labels).toEqual({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
    expect(the('Deployment', 'web-green').spec.template.spec.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });
});

test('the NFS volume and the claim of the media are for each other and no one else', () => {
  const volume = the('PersistentVolume', 'media');
  const claim = the('PersistentVolumeClaim', 'media');
  expect(volume.spec.nfs).toEqual({ server: 'nfs.shop.example', path: '/export/media' });
  expect(volume.spec.claimRef).toEqual({ name: claim.metadata.name, namespace: claim.metadata.namespace });
  expect(claim.spec.volumeName).toBe(volume.metadata.name);
  expect(claim.spec.storageClassName).toBe('');
  expect(volume.spec.storageClassName).toBeUndefined();
  expect(claim.spec.accessModes).toEqual(volume.spec.accessModes);
});

test('every password and key comes from a Secret', () => {
  const variables = manifests
    .flatMap(m => m.spec?.template?.spec.containers ?? [])
    .flatMap((c: AnyManifest) => c.env ?? [])
    .filter(({ name }: AnyManifest) => /PASSWORD|KEY$/.test(name));
  expect(variables).not.toHaveLength(0);
  expect(variables.filter(({ valueFrom }: AnyManifest) => valueFrom?.secretKeyRef === undefined)).toEqual([]);
});
