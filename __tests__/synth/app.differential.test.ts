import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ApiObject,
  App as Cdk8sApp,
  Chart,
  Include,
  Names,
  type ResolutionContext,
  Testing,
  YamlOutputType,
} from 'cdk8s';
import fc from 'fast-check';
import { EXAMPLES } from '../../examples/charts';
import { App } from '../../lib/synth/app';
import { fill, type GeneratedApp, generatedApp } from './generated-app';
import { type Maker, type Output, outputOf, unverified } from './output-of';

const theirs: Maker = props => new Cdk8sApp(props);
const TYPES = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];
const NAMES = TYPES.map(type => [YamlOutputType[type], type] as const);

describe.each(NAMES)('an app with %s', (_, yamlOutputType) => {
  it.each(Object.entries(EXAMPLES))(
    'writes the example %s as cdk8s does, and finds nothing that fails',
    (name, Example) => {
      const build = (app: Cdk8sApp) => new Example(app, name, { namespace: 'lab' });
      const ours = outputOf(props => new App({ ...props, constructIndex: false }), { yamlOutputType }, build);
      expect(ours).toEqual(outputOf(theirs, { yamlOutputType }, build));
    },
  );

  it('writes generated apps as cdk8s does, or fails where it does', () => {
    fc.assert(
      fc.property(generatedApp, fc.boolean(), (generated, recordConstructMetadata) => {
        // One overwrites the other in cdk8s, which has its own test.
        fc.pre(!sharesFiles(generated));
        const props = { yamlOutputType, recordConstructMetadata, outputFileExtension: '.yaml' };
        const ours = outputOf(unverified, props, app => fill(app, generated));
        const expected = outputOf(theirs, props, app => fill(app, generated));
        expect(comparable(ours)).toEqual(comparable(expected));
      }),
      { numRuns: 150 },
    );
  });
});

it('gives the text of generated apps, and their charts in order, as cdk8s does', () => {
  fc.assert(
    fc.property(generatedApp, generated => {
      const [ours, expected] = [unverified, theirs].map(make => {
        try {
          const app = make({ outdir: 'unused' });
          fill(app, generated);
          return [app.synthYaml(), app.charts.map(chart => chart.node.path)];
        } catch {
          return 'fails';
        }
      });
      expect(ours).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

it('includes YAML files as cdk8s does', () => {
  const url = join(Testing.app().outdir, 'included.yaml');
  const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: NAME\ndata:\n  mode: "0755"\n';
  writeFileSync(url, `${manifest.replace('NAME', 'one')}---\n${manifest.replace('NAME', 'two')}`);
  const build = (app: Cdk8sApp) =>
    new Include(new Chart(app, 'chart', { namespace: 'shop' }), 'file', { url });
  expect(outputOf(unverified, {}, build)).toEqual(outputOf(theirs, {}, build));
});

it('asks resolvers of the user for every value, as cdk8s does', () => {
  const resolvers = [
    {
      resolve(context: ResolutionContext) {
        if (context.value === 'secret')
          context.replaceValue(`${context.key.join('.')} of ${context.obj.name}`);
      },
    },
  ];
  const build = (app: Cdk8sApp) =>
    new ApiObject(new Chart(app, 'chart'), 'object', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { deep: ['plain', { text: 'secret' }] },
    });
  const ours = outputOf(unverified, { resolvers }, build);
  expect(ours).toEqual(outputOf(theirs, { resolvers }, build));
  expect(JSON.stringify(ours)).toContain('data.deep.1.text of chart-object');
});

it('says of a value that cannot be rendered what cdk8s says', () => {
  const build = (app: Cdk8sApp) =>
    new ApiObject(new Chart(app, 'chart'), 'object', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: new Date(0),
    });
  expect(outputOf(unverified, {}, build)).toMatch(/^Failed serializing construct at path 'chart\/object'/);
  expect(outputOf(unverified, {}, build)).toBe(outputOf(theirs, {}, build));
});

/** Whether two objects, or two charts, of an app are called the same. */
function sharesFiles(generated: GeneratedApp): boolean {
  const app = theirs({ outdir: 'unused' });
  try {
    fill(app, generated);
  } catch {
    return false;
  }
  const constructs = app.node.findAll();
  const objects = constructs.filter(construct => ApiObject.isApiObject(construct)) as ApiObject[];
  const charts = constructs.filter(construct => Chart.isChart(construct));
  const isShared = (names: readonly string[]) => new Set(names).size < names.length;
  return isShared(objects.map(({ name }) => name)) || isShared(charts.map(chart => Names.toDnsLabel(chart)));
}

/** Failures are compared as such. Numbers in front of the names of files are a difference that has its own test. */
function comparable(output: Output | string): unknown {
  if (typeof output === 'string') return 'fails';
  return Object.fromEntries(
    Object.entries(output)
      .map(([path, content]) => [path.replace(/\d{4}-(?=[^/]*\.[^/]*\.yaml$)/, ''), content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
