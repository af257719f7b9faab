import { EXAMPLES } from '../../examples/charts';
import { manifestsOf } from '../render';
import { exampleChart } from './chart';
import { type Output, outputOf } from './output';
import {
  deadPorts,
  fieldsUnknownTo128,
  homeless,
  looseMounts,
  missingConfigMaps,
  namespacedWrongly,
  sharedIdentities,
  unmatchedSelectors,
} from './soundness';

/** Patroni, in the shop's PostgreSQL pods, sets this label. */
const SET_AT_RUNTIME = ['spilo-role'];

describe.each([
  ['the examples', 'examples/main.ts'],
  ['the shop', 'main.ts'],
])('%s', (_, main) => {
  let output: Output;
  beforeAll(() => {
    output = outputOf(main);
  });

  test('no cluster-scoped kind has a namespace (cdk8s#1558, #2170)', () => {
    expect(namespacedWrongly(output.manifests)).toEqual([]);
  });

  test('every namespaced kind is in a namespace that is written', () => {
    expect(homeless(output.manifests)).toEqual([]);
  });

  test('no two manifests have one identity (cdk8s#2821)', () => {
    expect(sharedIdentities(output.manifests)).toEqual([]);
  });

  test('every selector of a Service or a budget matches pods', () => {
    expect(unmatchedSelectors(output.manifests, SET_AT_RUNTIME)).toEqual([]);
  });

  test('every port of a Service leads to a port that its pods declare', () => {
    expect(deadPorts(output.manifests, SET_AT_RUNTIME)).toEqual([]);
  });

  test('every mount has one volume or claim template, and every volume a mount (cdk8s#2760, #2858)', () => {
    expect(looseMounts(output.manifests)).toEqual([]);
  });

  test('every ConfigMap that a pod mounts is written', () => {
    expect(missingConfigMaps(output.manifests)).toEqual([]);
  });

  test('nothing bears a label that is made of the construct path (cdk8s#232)', () => {
    expect(Object.values(output.files).join('\n')).not.toContain('cdk8s.io/metadata.addr');
  });

  test('Kubernetes 1.28 knows every field', () => {
    expect(fieldsUnknownTo128(output.manifests)).toEqual([]);
  });

  test('no Secret is written: secret values stay out of the repository', () => {
    expect(output.manifests.filter(m => m.kind === 'Secret')).toEqual([]);
  });

  test('the same input gives the same bytes', () => {
    expect(outputOf(main).files).toEqual(output.files);
  });
});

test.each(Object.entries(EXAMPLES))('%s renders the same twice', (_, Example) => {
  const chart = exampleChart(Example);
  expect(manifestsOf(chart)).toEqual(manifestsOf(chart));
});

test('an example can be named, and comes alone', () => {
  expect(Object.keys(outputOf('examples/main.ts', 'kafka').files)).toEqual([
    '0000-namespace.k8s.yaml',
    '0001-kafka.k8s.yaml',
  ]);
});

test('an unknown name is refused with those there are', () => {
  expect(() => outputOf('examples/main.ts', 'kafak')).toThrow(/'kafak'; there are .*kafka/);
});

test('every example has a file of its name', () => {
  const files = Object.keys(outputOf('examples/main.ts').files);
  expect(files.map(file => file.replace(/^\d+-|\.k8s\.yaml$/g, ''))).toEqual([
    'namespace',
    ...Object.keys(EXAMPLES),
  ]);
});
