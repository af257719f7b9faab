import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Deployment, k8s } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { EXAMPLES } from '../../examples/charts';
import { tryPlainManifest } from '../../lib/synth/plain-rendering';
import { fill, generatedApp } from './generated-app';

const newApp = (): App => new App({ outdir: 'unused' });
const newChart = (): Chart => new Chart(newApp(), 'chart', { namespace: 'shop', labels: { of: 'shop' } });

function objectsIn(app: App): ApiObject[] {
  return app.node.findAll().filter(construct => ApiObject.isApiObject(construct)) as ApiObject[];
}

/** The text has the order of the keys in it. */
const textOf = (act: () => unknown): string => {
  try {
    return JSON.stringify(act(), (_, value) => (value === undefined ? null : value));
  } catch (error) {
    return String(error);
  }
};

/** Two objects of the same making: what the one renders to, and what cdk8s says of the other. */
function both(make: (chart: Chart) => ApiObject): [ours: string, theirs: string] {
  return [textOf(() => tryPlainManifest(make(newChart()))), textOf(() => make(newChart()).toJson())];
}

const service = (spec: unknown) => (chart: Chart) =>
  new k8s.KubeService(chart, 'service', { metadata: { name: 'web' }, spec: spec as k8s.ServiceSpec });

const statefulSet = (spec: unknown) => (chart: Chart) =>
  new k8s.KubeStatefulSet(chart, 'set', { spec: spec as k8s.StatefulSetSpec });

describe('the plain rendering of an object', () => {
  it.each(Object.entries(EXAMPLES))('is that of cdk8s: %s', (name, Example) => {
    const [ours, theirs] = [newApp(), newApp()];
    new Example(ours, name, { namespace: 'lab' });
    new Example(theirs, name, { namespace: 'lab' });
    const wanted = objectsIn(theirs);
    for (const [at, object] of objectsIn(ours).entries()) {
      const manifest = tryPlainManifest(object);
      if (manifest) expect(textOf(() => manifest)).toBe(textOf(() => wanted[at]?.toJson()));
    }
  });

  it('is that of cdk8s for generated objects, in what fails too', () => {
    let rendered = 0;
    fc.assert(
      fc.property(generatedApp, generated => {
        const [ours, theirs] = [newApp(), newApp()];
        try {
          fill(ours, generated);
          fill(theirs, generated);
        } catch {
          return;
        }
        const wanted = objectsIn(theirs);
        for (const [at, object] of objectsIn(ours).entries()) {
          const text = textOf(() => tryPlainManifest(object) ?? 'not plain');
          if (text !== '"not plain"') expect(text).toBe(textOf(() => wanted[at]?.toJson()));
          if (text !== '"not plain"') rendered++;
        }
      }),
      { numRuns: 300 },
    );
    expect(rendered).toBeGreaterThan(300);
  });

  it.each<[string, (chart: Chart) => ApiObject]>([
    [
      'fields that are called otherwise in the API',
      service({ clusterIp: 'None', externalIPs: ['10.0.0.1'] }),
    ],
    ['fields that the type does not have', service({ clusterIP: 'None', other: { a: 1 } })],
    ['maps, sorted', service({ selector: { b: '2', a: '1', c: null, 10: 'x' } })],
    [
      'numbers or texts in a class',
      service({ ports: [{ port: 80, targetPort: k8s.IntOrString.fromString('web') }] }),
    ],
    ['a number where such a class belongs', service({ ports: [{ port: 80, targetPort: 8080 }] })],
    ['null in a list of a type', service({ ports: [null, { port: 80 }, undefined] })],
    ['a list where a type belongs', service([])],
    ['a text where a type belongs', service('text')],
    ['a list where a map belongs', service({ selector: ['a', 'b'] })],
    ['a text where a map belongs', service({ selector: 'ab' })],
    [
      'lazy values in all places',
      service(Lazy.any({ produce: () => ({ ports: Lazy.any({ produce: () => [{ port: 1 }] }) }) })),
    ],
    [
      'a lazy value that fails',
      service({
        selector: Lazy.any({
          produce: () => {
            throw new Error('broken');
          },
        }),
      }),
    ],
    ['an instance of a class', service({ selector: new Map() })],
    ['an object without a prototype', service(Object.create(null))],
    [
      'a map of quantities',
      statefulSet({
        template: {
          spec: {
            containers: [
              { name: 'a', resources: { limits: { cpu: k8s.Quantity.fromNumber(1), memory: 5 } } },
            ],
          },
        },
      }),
    ],
    [
      'a type that holds itself',
      chart =>
        new k8s.KubeCustomResourceDefinition(chart, 'crd', {
          spec: {
            group: 'a.b',
            names: { kind: 'A', plural: 'as' },
            scope: 'Cluster',
            versions: [
              {
                name: 'v1',
                served: true,
                storage: true,
                schema: {
                  openApiv3Schema: {
                    type: 'object',
                    properties: {
                      z: { type: 'object', properties: { a: { type: 'string', ref: 'x' } } },
                      b: { type: 'string' },
                    },
                  },
                },
              },
            ],
          },
        }),
    ],
    [
      'metadata with what is empty',
      chart =>
        new ApiObject(chart, 'a', {
          apiVersion: 'v1',
          kind: 'A',
          metadata: {
            labels: { z: '1', a: Lazy.any({ produce: () => '2' }) },
            annotations: {},
            finalizers: [],
            other: { list: [], map: {} },
          },
        }),
    ],
    [
      'an object of any kind',
      chart =>
        new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'A', zeta: [{ b: 1, a: [null] }], data: null }),
    ],
  ])('is that of cdk8s for %s', (_, make) => {
    const [ours, theirs] = both(make);
    expect(ours).toBe(theirs);
  });

  it('is none where a class or an object renders in a way of its own, or there are patches', () => {
    class Own extends ApiObject {
      override toJson() {
        return { ...super.toJson(), own: true };
      }
    }
    class Derived extends k8s.KubeService {
      override toJson() {
        return { ...super.toJson(), own: true };
      }
    }
    const chart = newChart();
    const props = { apiVersion: 'v1', kind: 'A' };
    const patched = new ApiObject(chart, 'patched', props);
    patched.addJsonPatch(JsonPatch.add('/data', {}));
    const changed = Object.assign(new ApiObject(chart, 'changed', props), { toJson: () => ({}) });
    const objects = [new Own(chart, 'own', props), new Derived(chart, 'derived'), patched, changed];
    expect(objects.map(object => tryPlainManifest(object))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('resolves values in the order in which they were declared', () => {
    const resolved: string[] = [];
    const lazy = (name: string) => Lazy.any({ produce: () => resolved.push(name) && name });
    const chart = newChart();
    tryPlainManifest(
      service({
        type: lazy('type'),
        clusterIp: lazy('ip'),
        gone: lazy('gone'),
        selector: { b: lazy('b'), a: lazy('a') },
      })(chart),
    );
    expect(resolved).toEqual(['type', 'ip', 'gone', 'b', 'a']);
  });

  it('is what a workload of cdk8s-plus has', () => {
    const chart = newChart();
    const make = (id: string) =>
      ApiObject.of(
        new Deployment(chart, id, { metadata: { name: 'web' }, containers: [{ image: 'web:1', port: 80 }] }),
      );
    const [first, second] = [make('a'), make('b')];
    const ours = textOf(() => tryPlainManifest(first));
    expect(ours).toContain('"kind":"Deployment"');
    expect(ours.replaceAll(/chart-a-\w+/g, 'chart-b')).toBe(
      textOf(() => second.toJson()).replaceAll(/chart-b-\w+/g, 'chart-b'),
    );
  });
});
