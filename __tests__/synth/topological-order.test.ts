import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { App } from '../../lib/synth/app';
import { DependencyCycleError } from '../../lib/synth/synthesis-error';
import type { AnyManifest } from '../render';

function app(): App {
  return new App({ outdir: 'unused', verify: false });
}

function configMap(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
}

/** The names of what an app emits, in order. */
function names(of: Cdk8sApp): string[] {
  return [...of.synthYaml().matchAll(/^ {2}name: (.+)$/gm)].map(match => match[1] ?? '');
}

function cycleOf(of: App): readonly string[] {
  try {
    of.synthYaml();
  } catch (error) {
    if (error instanceof DependencyCycleError) return error.path;
    throw error;
  }
  return [];
}

describe('the order', () => {
  it('puts what a chart depends on in front of all of it, whichever object was made first', () => {
    const of = app();
    const chart = new Chart(of, 'chart');
    configMap(chart, 'web');
    const namespace = configMap(chart, 'namespace');
    configMap(chart, 'data');
    chart.addDependency(namespace);
    expect(names(of)).toEqual(['namespace', 'web', 'data']);
  });

  it('puts what is beside an object in front of it where it depends on the construct around it', () => {
    const of = app();
    const chart = new Chart(of, 'chart');
    const around = new Construct(chart, 'around');
    const last = configMap(around, 'last');
    configMap(around, 'first');
    configMap(around, 'second');
    last.node.addDependency(around);
    expect(names(of)).toEqual(['first', 'second', 'last']);
  });

  it('follows a chain of 12,000 objects', () => {
    const of = app();
    const chart = new Chart(of, 'chart');
    let before = configMap(chart, 'link-0');
    for (let at = 1; at < 12_000; at++) {
      const link = configMap(chart, `link-${at}`);
      before.addDependency(link);
      before = link;
    }
    expect(names(of)).toEqual(Array.from({ length: 12_000 }, (_, at) => `link-${11_999 - at}`));
  });

  it('follows a chain of 3,000 charts', () => {
    const of = app();
    let before: Chart | undefined;
    for (let at = 0; at < 3000; at++) {
      const chart = new Chart(of, `chart-${at}`);
      configMap(chart, `object-${at}`);
      if (before) before.addDependency(chart);
      before = chart;
    }
    expect(of.charts.map(chart => chart.node.id)).toEqual(
      Array.from({ length: 3000 }, (_, at) => `chart-${2999 - at}`),
    );
    expect(names(of)[0]).toBe('object-2999');
  });

  it('leaves the dependencies of 4,000 objects alone where one chart depends on another', () => {
    const of = app();
    const [front, back] = [new Chart(of, 'front'), new Chart(of, 'back')];
    for (let at = 0; at < 2000; at++) {
      configMap(front, `front-${at}`);
      configMap(back, `back-${at}`);
    }
    front.addDependency(back);
    const found = names(of);
    expect(found.slice(0, 2000).every(name => name.startsWith('back-'))).toBe(true);
    expect(front.node.children.every(({ node }) => node.dependencies.length === 0)).toBe(true);
  });
});

describe('a circle', () => {
  it('of objects is told with their paths', () => {
    const of = app();
    const chart = new Chart(of, 'chart');
    const [a, b, c] = ['a', 'b', 'c'].map(id => configMap(chart, id)) as [ApiObject, ApiObject, ApiObject];
    a.addDependency(b);
    b.addDependency(c);
    c.addDependency(a);
    const path = cycleOf(of);
    expect([...path].sort()).toEqual(['chart/a', 'chart/a', 'chart/b', 'chart/c']);
    expect(path.at(0)).toBe(path.at(-1));
  });

  it('of charts, by objects in them, is told', () => {
    const of = app();
    const [one, two] = [new Chart(of, 'one'), new Chart(of, 'two')];
    const [a, b, c, d] = [configMap(one, 'a'), configMap(two, 'b'), configMap(two, 'c'), configMap(one, 'd')];
    a.addDependency(b);
    c.addDependency(d);
    expect(new Set(cycleOf(of))).toEqual(new Set(['one', 'two']));
  });

  it('of an object with itself is told, where cdk8s leaves it out', () => {
    const of = app();
    const object = configMap(new Chart(of, 'chart'), 'a');
    object.addDependency(object);
    expect(cycleOf(of)).toEqual(['chart/a', 'chart/a']);
    const theirs = new Cdk8sApp({ outdir: 'unused' });
    const same = configMap(new Chart(theirs, 'chart'), 'a');
    same.addDependency(same);
    expect(theirs.synthYaml()).toBe('');
  });

  it('of two objects that depend on the construct that they are in is told', () => {
    const of = app();
    const around = new Construct(new Chart(of, 'chart'), 'around');
    const inner = new Construct(around, 'inner');
    configMap(inner, 'a');
    configMap(inner, 'b');
    inner.node.addDependency(around);
    expect(cycleOf(of)).toEqual(['chart/around/inner/a', 'chart/around/inner/b', 'chart/around/inner/a']);
  });

  it('is an error without a stack, which says what to do', () => {
    const { stack, name, message } = new DependencyCycleError(['a', 'b', 'a']);
    expect(stack).toBe(`${name}: ${message}`);
    expect(message).toBe('dependency cycle: a => b => a; fix: drop one of these dependencies');
  });
});

it('is refused where a construct outside of all charts has a dependency', () => {
  const of = app();
  const object: AnyManifest = configMap(new Chart(of, 'chart'), 'a');
  new Construct(of, 'loose').node.addDependency(object);
  expect(() => of.synthYaml()).toThrow(/^loose has a dependency.*in no chart/);
});
