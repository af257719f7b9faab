import { type Finding, verify } from '../../../lib/verify';

const service = (selector: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'redis-master', namespace: 'shop' },
  spec: { selector, ports: [{ port: 6379 }] },
});

const redis = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'redis', namespace: 'shop' },
  spec: {
    serviceName: 'redis',
    selector: { matchLabels: { app: 'redis' } },
    template: {
      metadata: { labels: { app: 'redis', tier: 'cache' } },
      spec: { containers: [{ name: 'redis', image: 'redis:7.2.0' }] },
    },
  },
};

const found = (selector: object, agentLabels: string[] = []): Finding | undefined =>
  verify([service(selector), redis], { agentLabels }).findings.find(
    ({ rule }) => rule === 'service-without-pods',
  );

test('the workload that lacks one label is named, with the label', () => {
  const finding = found({ app: 'redis', tier: 'cache', 'redis-role': 'master' });
  expect(finding?.message).toBe("matches no pod: StatefulSet 'redis' has all of it but redis-role=master");
  expect(finding?.fix).toMatch(
    /; if a program sets the label on its pods, add redis-role to agentLabels, or to the annotation cdk8s-drydock\/agent-labels of the Service$/,
  );
});

test.each([
  ['two labels are missing', { app: 'redis', role: 'master', zone: 'a' }],
  ['the only one is', { app: 'web' }],
])('no workload is near where %s', (_, selector) => {
  const finding = found(selector);
  expect(finding?.message).toBe('matches the labels of no pod of the input');
  expect(finding?.fix).not.toContain('agentLabels');
});

test('labels that controllers and agents set on any pod bring no workload near', () => {
  const selector = { app: 'web', 'controller-revision-hash': 'a', role: 'master' };
  expect(found(selector, ['role'])?.message).toBe('matches the labels of no pod of the input');
});
