import { ApiObject } from 'cdk8s';
import {
  HorizontalPodAutoscaler,
  Ingress,
  IngressBackend,
  Metric,
  MetricTarget,
  NetworkPolicy,
  Role,
} from 'cdk8s-plus-28';
import { BlueGreen, ReplicaSetBlueGreen, StatefulBlueGreen } from '../../lib/releases/blue-green';
import type { BlueGreenProps } from '../../lib/releases/blue-green-release';
import type { Color } from '../../lib/releases/release-state';
import { StorageSize } from '../../lib/storage/storage-size';
import type { DeploymentProps } from '../../lib/workloads/deployment';
import type { PodWorkloadProps } from '../../lib/workloads/pod-props';
import { type AnyManifest, manifestOf, manifestsOf, testChart } from '../render';

const slot = (tag: string, replicas?: number): PodWorkloadProps => ({
  replicas,
  container: { image: `shop/web:${tag}`, ports: [{ name: 'http', number: 8080 }] },
});
const metrics = [Metric.resourceCpu(MetricTarget.averageUtilization(70))];
const PORTS = [{ name: 'http', number: 8080 }];

function web(props: Partial<BlueGreenProps<DeploymentProps>> = {}) {
  const chart = testChart();
  const release = new BlueGreen(chart, 'web', {
    live: 'blue',
    blue: slot('1.8.0', 4),
    green: slot('1.9.0', 4),
    ports: PORTS,
    ...props,
  });
  return { chart, release };
}

const selectorOf = (color: Color) => ({
  'app.kubernetes.io/name': 'web',
  'app.kubernetes.io/instance': 'web',
  'cdk8s-drydock/slot': color,
});

test('two slots, a live and a preview Service', () => {
  const { chart } = web();
  expect(
    manifestsOf(chart)
      .map(m => `${m.kind} ${m.metadata.name}`)
      .sort(),
  ).toEqual(['Deployment web-blue', 'Deployment web-green', 'Service web', 'Service web-preview']);
  expect(manifestOf(chart, 'Service', 'web').spec.selector).toEqual(selectorOf('blue'));
  expect(manifestOf(chart, 'Service', 'web-preview').spec.selector).toEqual(selectorOf('green'));
});

test('turning the switch changes the selectors of the two Services and nothing else', () => {
  const withoutSelector = (manifest: AnyManifest) =>
    manifest.kind === 'Service' ? { ...manifest, spec: { ...manifest.spec, selector: undefined } } : manifest;
  const before = manifestsOf(web({ live: 'blue' }).chart);
  const after = manifestsOf(web({ live: 'green' }).chart);
  const byName = (manifests: AnyManifest[]) =>
    Object.fromEntries(manifests.map(m => [`${m.kind} ${m.metadata.name}`, m]));
  const changed = Object.keys(byName(before)).filter(
    key => JSON.stringify(byName(before)[key]) !== JSON.stringify(byName(after)[key]),
  );
  expect(changed.sort()).toEqual(['Service web', 'Service web-preview']);
  expect(byName(after.map(withoutSelector))).toEqual(byName(before.map(withoutSelector)));
  expect(byName(after)['Service web'].spec.selector).toEqual(selectorOf('green'));
});

test('rollback is the same switch', () => {
  expect(manifestsOf(web({ live: 'blue' }).chart)).toEqual(manifestsOf(web({ live: 'blue' }).chart));
  const forth = web().release.state();
  expect(() => manifestsOf(web({ live: 'green', previous: forth }).chart)).not.toThrow();
});

test('the selectors of live and preview are disjoint', () => {
  const { chart, release } = web();
  const pods = manifestsOf(chart)
    .filter(m => m.kind === 'Deployment')
    .map(m => m.spec.template.metadata.labels);
  for (const service of [release.live, release.preview]) {
    const matching = pods.filter(labels =>
      Object.entries(service.podSelector).every(([k, v]) => labels[k] === v),
    );
    expect(matching).toHaveLength(1);
  }
});

test('with one slot filled there is no preview Service, and asking for it throws', () => {
  const { chart, release } = web({ green: undefined });
  expect(
    manifestsOf(chart)
      .map(m => m.metadata.name)
      .sort(),
  ).toEqual(['web', 'web-blue']);
  expect(() => release.preview).toThrow(/green is an empty slot/);
});

describe('handles', () => {
  test('live, preview and the release give endpoints', () => {
    const { release } = web();
    expect(release.endpoint('http').address).toBe('web:8080');
    expect(release.live.endpoint('http').fqdn).toBe('web.shop.svc.cluster.local');
    expect(release.preview.endpoint('http').address).toBe('web-preview:8080');
  });

  test('replicas, autoscaler and budget are of each colour', () => {
    const { chart, release } = web({ green: { ...slot('1.9.0'), disruptionBudget: { maxUnavailable: 1 } } });
    new HorizontalPodAutoscaler(chart, 'hpa', {
      target: release.slot('green'),
      minReplicas: 4,
      maxReplicas: 9,
      metrics,
    });
    expect(manifestOf(chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name).toBe('web-green');
    expect(manifestOf(chart, 'Deployment', 'web-green').spec).not.toHaveProperty('replicas');
    expect(manifestOf(chart, 'Deployment', 'web-blue').spec.replicas).toBe(4);
    expect(manifestOf(chart, 'PodDisruptionBudget').spec.selector.matchLabels).toEqual(selectorOf('green'));
  });

  test('cdk8s-plus ingresses, policies and roles take them', () => {
    const { chart, release } = web();
    new Ingress(chart, 'ingress').addRule('/', IngressBackend.fromService(release.live));
    new NetworkPolicy(chart, 'both', { metadata: { name: 'both' }, selector: release });
    new NetworkPolicy(chart, 'green', { metadata: { name: 'green' }, selector: release.slot('green') });
    new Role(chart, 'role').bind(release.slot('blue'));
    expect(manifestOf(chart, 'Ingress').spec.rules[0].http.paths[0].backend.service.name).toBe('web');
    const { 'cdk8s-drydock/slot': _, ...both } = selectorOf('green');
    expect(manifestOf(chart, 'NetworkPolicy', 'both').spec.podSelector.matchLabels).toEqual(both);
    expect(manifestOf(chart, 'NetworkPolicy', 'green').spec.podSelector.matchLabels).toEqual(
      selectorOf('green'),
    );
    expect(manifestOf(chart, 'RoleBinding').subjects[0].namespace).toBe('shop');
  });
});

describe('a switch is refused', () => {
  test('to an empty slot, forced or not', () => {
    expect(() => web({ live: 'green', green: undefined, force: true })).toThrow(/live names an empty slot/);
  });

  test('to a slot with fewer replicas, unless forced', () => {
    const small = { live: 'green' as const, green: slot('1.9.0', 2) };
    expect(() => web(small)).toThrow(/live would move the traffic of 4 pods to 2.*a slot with 4 replicas/);
    expect(() => web({ ...small, force: true })).not.toThrow();
  });

  test('to a slot whose autoscaler keeps fewer pods', () => {
    const { chart, release } = web({ live: 'green', green: slot('1.9.0') });
    new HorizontalPodAutoscaler(chart, 'hpa', {
      target: release.slot('green'),
      minReplicas: 2,
      maxReplicas: 9,
      metrics,
    });
    expect(() => manifestsOf(chart)).toThrow(/would move the traffic of 4 pods to 2/);
  });

  test('when the old slot is scaled down in the same step: the state before is what counts', () => {
    const previous = web().release.state();
    const step = { live: 'green' as const, blue: slot('1.8.0', 1), green: slot('1.9.0', 2) };
    expect(() => web({ ...step, previous })).toThrow(/would move the traffic of 4 pods to 2/);
  });

  test('when it changes the template of a slot in the same step', () => {
    const previous = web().release.state();
    const step = { live: 'green' as const, green: slot('1.9.1', 4), previous };
    expect(() => manifestsOf(web(step).chart)).toThrow(/changes the pod template of 'green' in the step/);
    expect(() => manifestsOf(web({ ...step, force: true }).chart)).not.toThrow();
  });
});

describe('the state', () => {
  test('is plain JSON', () => {
    const state = web().release.state();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(state).toMatchObject({ live: 'blue', slots: { blue: { replicas: 4 }, green: { replicas: 4 } } });
  });

  test('tells a standing release from a switch: a smaller live slot stays', () => {
    const standing = { live: 'green' as const, blue: slot('1.8.0', 4), green: slot('1.9.0', 2) };
    const previous = web({ ...standing, force: true }).release.state();
    expect(() => manifestsOf(web({ ...standing, previous }).chart)).not.toThrow();
  });

  test('that is no state is refused', () => {
    expect(() => web({ previous: { live: 'red' } as never })).toThrow(/previous is no state of a release/);
  });
});

test('a target port that no container has is refused', () => {
  const { chart } = web({ ports: [{ name: 'http', number: 80, targetPort: 'web' }] });
  expect(() => manifestsOf(chart)).toThrow(/targetPort must be a port of a container; received web\/TCP/);
});

test('a port number is taken where the containers declare no ports, and a name is not', () => {
  const bare = { replicas: 1, container: { image: 'shop/web:1' } };
  const { chart } = web({ blue: bare, green: bare });
  expect(() => manifestsOf(chart)).not.toThrow();
  const named = web({ blue: bare, green: bare, ports: [{ name: 'http', number: 80, targetPort: 'http' }] });
  expect(() => manifestsOf(named.chart)).toThrow(/received http\/TCP; allowed: none/);
});

test('over ReplicaSets', () => {
  const chart = testChart();
  new ReplicaSetBlueGreen(chart, 'web', { live: 'blue', blue: slot('1', 2), ports: PORTS });
  const { apiVersion, metadata, spec } = manifestOf(chart, 'ReplicaSet');
  expect([apiVersion, metadata.name, spec.replicas]).toEqual(['apps/v1', 'web-blue', 2]);
  expect(spec.selector.matchLabels).toEqual(spec.template.metadata.labels);
});

describe('over StatefulSets', () => {
  const stateful = (live: Color = 'blue') => {
    const chart = testChart();
    const release = new StatefulBlueGreen(chart, 'web', {
      live,
      blue: slot('1', 2),
      green: slot('2', 2),
      ports: PORTS,
    });
    for (const color of ['blue', 'green'] as const) {
      const data = release.slot(color).addClaim('data', { size: StorageSize.gibibytes(1) });
      release.slot(color).container.mount('/data', data);
    }
    return { chart, release };
  };

  test('each slot owns a governing headless Service, whichever is live', () => {
    const { chart } = stateful();
    expect(manifestOf(chart, 'StatefulSet', 'web-blue').spec.serviceName).toBe('web-blue');
    expect(manifestOf(chart, 'Service', 'web-blue').spec).toMatchObject({
      clusterIP: 'None',
      selector: selectorOf('blue'),
    });
    expect(manifestOf(chart, 'Service', 'web').spec).not.toHaveProperty('clusterIP');
  });

  test('live.pods gives the governing names of the live slot', () => {
    const names = (live: Color) => stateful(live).release.live.pods.map(pod => pod.fqdn);
    expect(names('blue')[0]).toBe('web-blue-0.web-blue.shop.svc.cluster.local');
    expect(names('green')[1]).toBe('web-green-1.web-green.shop.svc.cluster.local');
  });

  test('claims are never shared', () => {
    const { chart, release } = stateful();
    const data = release.slot('green').addClaim('more', { size: StorageSize.gibibytes(1) });
    expect(() => release.slot('blue').container.mount('/more', data)).toThrow(
      /claim template 'more' is not one of this/,
    );
    expect(manifestsOf(chart).filter(m => m.kind === 'PersistentVolumeClaim')).toEqual([]);
  });
});

test('ApiObject.of finds the workload of a slot', () => {
  expect(ApiObject.of(web().release.slot('blue')).name).toBe('web-blue');
});
