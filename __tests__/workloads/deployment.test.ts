import { Duration } from 'cdk8s';
import { Identity } from '../../lib/naming/identity';
import { StorageSize } from '../../lib/storage/storage-size';
import { VolumeClaimTemplate } from '../../lib/storage/volume-claim-template';
import { Deployment, type DeploymentProps, DeploymentUpdateStrategy } from '../../lib/workloads/deployment';
import { manifestOf, testChart } from '../render';

function deploymentSpec(props: Partial<DeploymentProps> = {}) {
  const chart = testChart();
  const deployment = new Deployment(chart, 'web', new Identity(chart, { name: 'web' }), {
    container: { image: 'web:1' },
    ...props,
  });
  return { deployment, spec: () => manifestOf(chart, 'Deployment').spec };
}

test('a minimal Deployment has a selector and a template, and nothing else', () => {
  const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };
  expect(deploymentSpec().spec()).toEqual({
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  });
});

test('every other field is set by a prop', () => {
  const { spec } = deploymentSpec({
    replicas: 0,
    minReady: Duration.seconds(5),
    progressDeadline: Duration.minutes(5),
    revisionHistoryLimit: 2,
    paused: true,
    updateStrategy: DeploymentUpdateStrategy.rollingUpdate({ maxSurge: '50%', maxUnavailable: 0 }),
  });
  expect(spec()).toMatchObject({
    replicas: 0,
    minReadySeconds: 5,
    progressDeadlineSeconds: 300,
    revisionHistoryLimit: 2,
    paused: true,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } },
  });
});

test('strategies without options carry their type alone', () => {
  const strategyOf = (updateStrategy: DeploymentUpdateStrategy) =>
    deploymentSpec({ updateStrategy }).spec().strategy;
  expect(strategyOf(DeploymentUpdateStrategy.recreate())).toEqual({ type: 'Recreate' });
  expect(strategyOf(DeploymentUpdateStrategy.rollingUpdate())).toEqual({ type: 'RollingUpdate' });
});

test('a claim template is refused: only a StatefulSet has any', () => {
  const { deployment } = deploymentSpec();
  const template = new VolumeClaimTemplate(deployment, 'data', { size: StorageSize.gibibytes(1) });
  expect(() => deployment.container.mount('/data', template)).toThrow(
    /claim template 'data' is not one of this/,
  );
});
