import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { BlueGreen, ClusterService, StatefulStack } from '../../lib';
import '../../lib/testing/jest';

const PORTS = [{ name: 'http', number: 8080 }];
const WEB = { replicas: 2, container: { image: 'shop/web:1.8.0', ports: PORTS } };

function chart(): Chart {
  return new Chart(new App(), 'shop', { namespace: 'shop' });
}

function release(scope: Construct = chart()): BlueGreen {
  return new BlueGreen(scope, 'web', { live: 'blue', blue: WEB, green: WEB, ports: PORTS });
}

/** A Service that nothing answers behind. */
const LOST = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'lost', namespace: 'shop' },
  spec: { ports: [{ port: 80 }], selector: { app: 'nothing' } },
};
const REFUSED = { ...LOST, spec: { ports: [{ port: 99999 }] } };
const RISKY = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { containers: [{ name: 'web', image: 'web' }] },
};

/** What a matcher says when it fails. */
function failureOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the expectation holds');
}

describe('toPassVerification', () => {
  it('judges apps, charts, constructs, manifests and lists', () => {
    const subject = chart();
    new StatefulStack(subject, 'postgres', {
      replicas: 3,
      container: { image: 'postgres:16.4', ports: PORTS },
    });
    expect(subject.node.root).toPassVerification();
    expect(subject).toPassVerification();
    expect(subject.node.children[0]).toPassVerification();
    expect([RISKY]).toPassVerification();
    expect([RISKY]).not.toPassVerification({ strict: true });
    expect(LOST).not.toPassVerification();
    expect([REFUSED]).not.toPassVerification();
  });

  it('says what is wrong, where, and what to do', () => {
    const said = failureOf(() => expect([RISKY, LOST]).toPassVerification());
    expect(said).toContain('there is one:');
    expect(said).toContain('broken: Service shop/lost: spec.selector matches');
    expect(said).toContain('[service-without-pods]\n    fix: ');
    expect(said).not.toContain('floating-image-tag');
  });

  it('judges a chart beside the others of its app', () => {
    const app = new App();
    const pods = new Chart(app, 'pods', { namespace: 'shop' });
    const services = new Chart(app, 'services', { namespace: 'shop' });
    const stack = new StatefulStack(pods, 'db', {
      replicas: 1,
      container: { image: 'postgres:16.4', ports: PORTS },
    });
    new ClusterService(services, 'db-clients', { pods: stack, ports: PORTS });
    expect(services).toPassVerification();
  });

  it('judges for the versions that it is told', () => {
    const flow = {
      apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
      kind: 'FlowSchema',
      metadata: { name: 'a' },
    };
    expect(flow).not.toPassVerification({ kubernetesVersion: '1.36' });
    expect(failureOf(() => expect(flow).toPassVerification({ kubernetesVersion: '1.36' }))).toContain(
      '[removed-api]',
    );
  });
});

describe('toHaveFinding', () => {
  it('finds by rule and place', () => {
    expect(LOST).toHaveFinding('service-without-pods');
    expect(LOST).toHaveFinding('service-without-pods', {
      level: 'broken',
      kind: 'Service',
      path: 'spec.selector',
    });
    expect(LOST).not.toHaveFinding('service-without-pods', { name: 'other' });
    expect(LOST).not.toHaveFinding('service-without-pods', {
      options: { external: [{ kind: 'Pod', metadata: { labels: { app: 'nothing' } } }] },
    });
    expect(RISKY).not.toHaveFinding('service-without-pods');
  });

  it('says what was found instead', () => {
    const said = failureOf(() => expect([LOST]).toHaveFinding('governing-service', { name: 'lost' }));
    expect(said).toMatch(/^expected a finding of governing-service, name lost; there are:\n/);
    expect(said).toContain('[service-without-pods]');
    expect(failureOf(() => expect([]).toHaveFinding('api'))).toContain('there are none at all');
    expect(failureOf(() => expect(LOST).not.toHaveFinding('service-without-pods'))).toContain(
      'spec.selector',
    );
  });
});

describe('toHaveResource', () => {
  it('compares what is named alone', () => {
    const { live } = release();
    expect(live).toHaveResource('Service', { metadata: { name: 'web' } });
    expect(live).toHaveResource('v1/Service', { spec: { ports: [{ name: 'http', port: 8080 }] } });
    expect(live).toHaveResource('Service', {
      spec: { selector: expect.objectContaining({ 'cdk8s-drydock/slot': 'blue' }) },
    });
    expect(live).not.toHaveResource('Service', { metadata: { name: 'api' } });
    expect(live).not.toHaveResource('Deployment');
    expect(live.node.root).toHaveResource('apps/v1/Deployment');
  });

  it('shows the nearest object, and where it differs', () => {
    const app = release().node.root;
    const said = failureOf(() =>
      expect(app).toHaveResource('Deployment', { metadata: { name: 'web-green' }, spec: { replicas: 3 } }),
    );
    expect(said).toContain('the nearest of 2 is Deployment shop/web-green:');
    expect(said).toMatch(/-\s+"replicas": 3,\n\S*\+\s+"replicas": 2,/);
    expect(said).not.toContain('containers');
    expect(failureOf(() => expect(app).toHaveResource('Pod'))).toContain('there are: Deployment, Service');
  });
});

test('toHaveResourceCount counts, and names what it counted', () => {
  const app = release().node.root;
  expect(app).toHaveResourceCount('Deployment', 2);
  expect(app).not.toHaveResourceCount('Deployment', 1);
  expect(app).toHaveResourceCount('Pod', 0);
  expect(failureOf(() => expect(app).toHaveResourceCount('Deployment', 3))).toContain(
    'there are 2: Deployment shop/web-blue, Deployment shop/web-green',
  );
});

describe('toRouteOnlyTo', () => {
  it('holds for the slot that a Service leads to', () => {
    const web = release();
    expect(web.live).toRouteOnlyTo(web.slot('blue'));
    expect(web.preview).toRouteOnlyTo(web.slot('green'));
    expect(web.live).not.toRouteOnlyTo(web.slot('green'));
    expect(web).not.toRouteOnlyTo(web.slot('blue'));
  });

  it('says where a Service leads to instead', () => {
    const web = release();
    expect(failureOf(() => expect(web.live).toRouteOnlyTo(web.slot('green')))).toContain(
      'Service shop/web leads to Deployment shop/web-blue, too',
    );
    expect(failureOf(() => expect([LOST]).toRouteOnlyTo(RISKY))).toContain(
      'Service shop/lost leads to no pod',
    );
    expect(failureOf(() => expect(web.slot('blue')).toRouteOnlyTo(web.slot('blue')))).toContain('no Service');
  });
});

test('anything else is refused, with the fix', () => {
  for (const subject of [undefined, 'chart', 3, {}, [LOST, 'x'], [{ metadata: {} }]]) {
    expect(() => expect(subject).toPassVerification()).toThrow(
      /^must be an app, a chart, a construct, a manifest or a list of manifests, and is .+; fix: /,
    );
  }
});
