import {
  Cpu,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  IngressBackend,
  Metric,
  MetricTarget,
  NetworkPolicy,
  NetworkPolicyTrafficDefault,
  Role,
  Service,
  ServiceAccount,
} from 'cdk8s-plus-28';
import { ClientPods } from '../../lib/workloads/client-pods';
import { StatefulStack, type StatefulStackProps } from '../../lib/workloads/stateful-stack';
import { manifestOf, manifestsOf, testChart } from '../render';

const LABELS = { 'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'postgres' };

function postgres(props: Partial<StatefulStackProps> = {}) {
  const chart = testChart();
  const stack = new StatefulStack(chart, 'postgres', {
    replicas: 3,
    container: {
      image: 'postgres:16.4',
      ports: [{ name: 'pg', number: 5432 }],
      resources: { cpu: { request: Cpu.millis(500) } },
    },
    ...props,
  });
  return { chart, stack };
}

describe('a cdk8s-plus autoscaler on a stack', () => {
  const scaled = () => {
    const { chart, stack } = postgres();
    new HorizontalPodAutoscaler(chart, 'hpa', {
      target: stack,
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
    });
    return { chart, stack };
  };

  test('targets the StatefulSet', () => {
    expect(manifestOf(scaled().chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'postgres',
    });
  });

  test('takes the replicas out of the spec: replicas or an autoscaler, never both (argo-cd#5472)', () => {
    expect(manifestOf(scaled().chart, 'StatefulSet').spec).not.toHaveProperty('replicas');
  });

  test('its minimum is the number of pods that can be counted on', () => {
    expect(scaled().stack.pods.map(pod => pod.name)).toEqual(['postgres-0', 'postgres-1']);
  });
});

describe('a cdk8s-plus network policy', () => {
  test('selects the pods of a stack by its identity', () => {
    const { chart, stack } = postgres();
    new NetworkPolicy(chart, 'policy', {
      selector: stack,
      ingress: { default: NetworkPolicyTrafficDefault.DENY },
    });
    expect(manifestOf(chart, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: LABELS });
  });

  test('takes a stack as a peer, with its namespace', () => {
    const { chart, stack } = postgres();
    const web = new StatefulStack(chart, 'web', { container: { image: 'web:1' } });
    new NetworkPolicy(chart, 'policy', { selector: stack }).addIngressRule(web);
    expect(manifestOf(chart, 'NetworkPolicy').spec.ingress[0].from).toEqual([
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
        podSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' },
        },
      },
    ]);
  });

  test('connections open the ports that the containers listen on', () => {
    const { chart, stack } = postgres();
    const client = new StatefulStack(chart, 'client', { container: { image: 'client:1' } });
    client.connections.allowTo(stack);
    const policies = manifestsOf(chart).filter(m => m.kind === 'NetworkPolicy');
    const egress = policies.find(p => p.spec.egress);
    expect(policies).toHaveLength(2);
    expect(egress.spec.egress[0].ports).toEqual([{ port: 5432, protocol: 'TCP' }]);
  });
});

describe('a cdk8s-plus role', () => {
  test('a pod as RBAC subject drops its namespace: a stack does not', () => {
    const { chart, stack } = postgres({
      serviceAccount: ServiceAccount.fromServiceAccountName(testChart(), 'sa', 'pg'),
    });
    const role = new Role(chart, 'role');
    role.bind(stack);
    expect(manifestOf(chart, 'RoleBinding').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'pg', namespace: 'shop', apiGroup: '' },
    ]);
  });

  test('a stack without an account acts as the default one', () => {
    const { chart, stack } = postgres();
    new Role(chart, 'role').bind(stack);
    expect(manifestOf(chart, 'RoleBinding').subjects[0].name).toBe('default');
  });
});

test('a cdk8s-plus Service selects the pods of a stack', () => {
  const { chart, stack } = postgres();
  new Service(chart, 'service', { selector: stack, ports: [{ port: 80 }] });
  const [service] = manifestsOf(chart).filter(m => m.kind === 'Service' && m.spec.ports?.[0].port === 80);
  expect(service.spec.selector).toEqual(LABELS);
});

test('a cdk8s-plus Ingress leads to a client Service of a stack', () => {
  const { chart, stack } = postgres();
  const service = stack.addClientService('admin', { pods: ClientPods.all() });
  new Ingress(chart, 'ingress').addRule('/admin', IngressBackend.fromService(service));
  const [path] = manifestOf(chart, 'Ingress').spec.rules[0].http.paths;
  expect(path.backend.service).toEqual({ name: 'postgres-admin', port: { number: 5432 } });
});

test('a cdk8s-plus Deployment is placed beside the pods of a stack', () => {
  const { chart, stack } = postgres();
  const near = new Deployment(chart, 'near', { containers: [{ image: 'near:1' }] });
  near.scheduling.colocate(stack);
  const { affinity } = manifestOf(chart, 'Deployment').spec.template.spec;
  const [term] = affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution;
  expect(term.labelSelector).toEqual({ matchLabels: LABELS });
});

test('ApiObject.toJson() changes cdk8s-plus workloads: rendering a stack twice gives the same', () => {
  const { chart, stack } = postgres();
  stack.scheduling.spread();
  expect(manifestsOf(chart)).toEqual(manifestsOf(chart));
});
