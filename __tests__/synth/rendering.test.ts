import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { App } from '../../lib/synth/app';
import { Testing } from '../../lib/synth/testing';
import type { AnyManifest } from '../render';

function chartOf(props: { namespace?: string } = {}): Chart {
  return new Chart(new App({ outdir: 'unused', verify: false }), 'chart', props);
}

function termsOf(manifest: AnyManifest): number {
  const { podAntiAffinity } = manifest.spec.template.spec.affinity;
  return podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.length;
}

function spreadDeployment(chart: Chart): Deployment {
  return new Deployment(chart, 'web', { spread: true, containers: [{ image: 'web:1', port: 80 }] });
}

describe('rendering', () => {
  it('happens once for each object', () => {
    const chart = chartOf();
    const produce = jest.fn(() => 'value');
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: { key: Lazy.any({ produce }) } });
    new ApiObject(chart, 'b', { apiVersion: 'v1', kind: 'ConfigMap' }).addDependency(
      chart.node.findChild('a'),
    );
    (chart.node.root as App).synthYaml();
    expect(produce).toHaveBeenCalledTimes(1);
  });

  it('keeps what was rendered where rendering changes the object', () => {
    const chart = chartOf();
    spreadDeployment(chart);
    const counts = [1, 2, 3].map(() => termsOf(Testing.synth(chart)[0]));
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
    // What cdk8s makes of it.
    expect(termsOf(chart.toJson()[0])).toBeGreaterThan(counts[0] ?? 0);
  });

  it('shows what was changed since the last time', () => {
    const chart = chartOf();
    const data: Record<string, string> = { a: '1' };
    const produce = () => ({ ...data });
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce }) });
    expect(Testing.synth(chart)[0]?.data).toEqual({ a: '1' });
    data.b = '2';
    expect(Testing.synth(chart)[0]?.data).toEqual({ a: '1', b: '2' });
  });

  it("leaves out the chart's namespace of a kind that belongs to none, and no other", () => {
    const chart = chartOf({ namespace: 'shop' });
    const add = (kind: string, apiVersion: string, namespace?: string) =>
      new ApiObject(chart, `${kind}-${namespace}`, { apiVersion, kind, metadata: { namespace } });
    add('ClusterRole', 'rbac.authorization.k8s.io/v1');
    add('Namespace', 'v1');
    add('StorageClass', 'storage.k8s.io/v1', 'elsewhere');
    add('ConfigMap', 'v1');
    add('Widget', 'shop.example/v1');
    expect(Testing.synth(chart).map((m: AnyManifest) => [m.kind, m.metadata.namespace])).toEqual([
      ['ClusterRole', undefined],
      ['Namespace', undefined],
      ['StorageClass', 'elsewhere'],
      ['ConfigMap', 'shop'],
      ['Widget', 'shop'],
    ]);
  });

  it('leaves it out of a custom kind that a definition in the app gives to the cluster', () => {
    const chart = chartOf({ namespace: 'shop' });
    for (const kind of ['Till', 'Region']) {
      const scope = kind === 'Till' ? 'Namespaced' : 'Cluster';
      new ApiObject(chart, `${kind}-definition`, {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        spec: { group: 'shop.example', scope, names: { kind } },
      });
      new ApiObject(chart, kind, { apiVersion: 'shop.example/v1', kind });
    }
    const other = new Chart(chart.node.root, 'other', { namespace: 'other' });
    new ApiObject(other, 'region', { apiVersion: 'shop.example/v1', kind: 'Region' });
    new ApiObject(other, 'other', { apiVersion: 'other.example/v1', kind: 'Region' });
    const namespaces = [chart, other].map(of =>
      Testing.synth(of).map((m: AnyManifest) => [m.kind, m.metadata.namespace]),
    );
    const definition = ['CustomResourceDefinition', undefined];
    expect(namespaces).toEqual([
      [definition, ['Till', 'shop'], definition, ['Region', undefined]],
      [
        ['Region', undefined],
        ['Region', 'other'],
      ],
    ]);
  });

  it('leaves out objects that render to nothing', () => {
    class Nothing extends ApiObject {
      override toJson() {
        return undefined;
      }
    }
    const chart = chartOf();
    new Nothing(chart, 'nothing', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(Testing.synth(chart)).toEqual([]);
  });

  it('leaves the resolvers of the app as they were, where it fails too', () => {
    const chart = chartOf();
    const app = chart.node.root as App;
    const before = [...app.resolvers];
    const produce = () => {
      throw new Error('broken');
    };
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce }) });
    expect(() => app.synthYaml()).toThrow(/^Failed serializing construct at path 'chart\/a'.*broken/);
    expect(app.resolvers).toEqual(before);
  });
});

it('validates each construct once', () => {
  const chart = chartOf();
  const validate = jest.fn(() => [] as string[]);
  chart.node.addValidation({ validate });
  new Chart(chart.node.root, 'other');
  (chart.node.root as App).synthYaml();
  expect(validate).toHaveBeenCalledTimes(1);
  validate.mockReturnValue(['wrong']);
  expect(() => (chart.node.root as App).synthYaml()).toThrow(
    'Validation failed with the following errors:\n  [chart] wrong',
  );
});
