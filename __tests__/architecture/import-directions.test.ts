import { directionComplaints } from './import-directions';
import { parseTree } from './source-tree';

/** What the check says of one file of a made-up tree. */
function complaints(path: string, text: string): string[] {
  return directionComplaints(parseTree([{ path, text }]));
}

describe('import directions', () => {
  it.each([
    ['lib/kubernetes/quantity.ts', '../naming/object-name'],
    ['lib/kubernetes/quantity.ts', '../prop-error'],
    ['lib/prop-error.ts', './kubernetes/dns-format'],
    ['lib/naming/identity.ts', '../objects/rendered-object'],
    ['lib/objects/patch.ts', '../services/service'],
    ['lib/services/service.ts', '../storage/storage-class'],
    ['lib/services/service.ts', '../workloads/stateful-stack'],
    ['lib/services/service.ts', '../../imports/snapshot'],
    ['lib/storage/volume-claim.ts', '../governance/namespace'],
    ['lib/scheduling/topology-spread.ts', '../services/service'],
    ['lib/access/role.ts', '../scheduling/topology-spread'],
    ['lib/governance/namespace.ts', '../access/role'],
    ['lib/workloads/stack.ts', '../releases/blue-green'],
    ['lib/releases/blue-green.ts', '../verify/finding'],
    ['lib/workloads/stack.ts', '../synth/app'],
    ['lib/storage/volume-claim.ts', '../testing/matchers'],
    ['lib/services/endpoint.ts', '../cli/main'],
    ['lib/verify/verify.ts', '../naming/identity'],
    ['lib/verify/verify.ts', '../prop-error'],
    ['lib/verify/verify.ts', '../manifest-files/read'],
    ['lib/manifest-files/read.ts', '../synth/render'],
    ['lib/synth/app.ts', '../manifest-files/read'],
    ['lib/synth/app.ts', '../workloads/stack'],
    ['lib/testing/matchers.ts', '../releases/blue-green'],
    ['lib/cli/main.ts', '../plugin/validator'],
    ['lib/plugin/validator.ts', '../cli/main'],
    ['lib/services/service.ts', '../index'],
    ['lib/services/service.ts', '..'],
    ['lib/services/service.ts', 'cdk8s-drydock'],
    ['lib/services/service.ts', '../../main'],
    ['lib/services/service.ts', '../../examples/kafka'],
    ['lib/services/service.ts', '../../__tests__/chart'],
    ['lib/services/service.ts', '../../../elsewhere'],
    ['lib/index.ts', './cli/main'],
    ['examples/kafka.ts', '../lib/workloads/stack'],
    ['main.ts', './lib/workloads/stack'],
    ['bench/run.ts', '../__tests__/chart'],
    ['imports/snapshot.ts', '../lib/index'],
  ])('%s may not import %s', (path, specifier) => {
    expect(complaints(path, `import { A } from '${specifier}';`)).toEqual([
      expect.stringContaining(`${path} imports `),
    ]);
  });

  it.each([
    ['lib/naming/identity.ts', '../kubernetes/dns-format'],
    ['lib/naming/identity.ts', '../prop-error'],
    ['lib/naming/identity.ts', './object-name'],
    ['lib/objects/patch.ts', '../naming/identity'],
    ['lib/services/service.ts', '../objects/patch'],
    ['lib/storage/volume-claim.ts', '../../imports/snapshot'],
    ['lib/workloads/stack.ts', '../governance/disruption-budget'],
    ['lib/releases/blue-green.ts', '../workloads/stack'],
    ['lib/releases/blue-green.ts', '../../imports/rollout'],
    ['lib/verify/verify.ts', '../kubernetes/api-kinds'],
    ['lib/manifest-files/read.ts', '../verify/manifest'],
    ['lib/synth/app.ts', '../verify/verify'],
    ['lib/synth/app.ts', 'cdk8s'],
    ['lib/plugin/validator.ts', '../manifest-files/read'],
    ['lib/testing/matchers.ts', '../synth/render'],
    ['lib/index.ts', './synth/app'],
    ['examples/kafka.ts', 'cdk8s-drydock'],
    ['main.ts', './examples/shop/web'],
    ['imports/snapshot.ts', 'cdk8s'],
  ])('%s may import %s', (path, specifier) => {
    expect(complaints(path, `import { A } from '${specifier}';`)).toEqual([]);
  });

  it.each([
    "import type { A } from '../workloads/stack';",
    "import '../workloads/stack';",
    "export { A } from '../workloads/stack';",
    "export * from '../workloads/stack';",
    "export type A = import('../workloads/stack').A;",
    "export type A = typeof import('../workloads/stack');",
    "export const a = () => import('../workloads/stack');",
    'export const a = () => import(`../workloads/stack`);',
    "export const a = require('../workloads/stack');",
    "export const a = require.resolve('../workloads/stack');",
    "import a = require('../workloads/stack');",
    "declare module '../workloads/stack' {}",
  ])('are kept by every form of import: %s', text => {
    expect(complaints('lib/services/service.ts', text)).toEqual([
      'lib/services/service.ts imports lib/workloads/stack: ' +
        'services may import kubernetes, prop-error.ts, naming, objects',
    ]);
  });

  it('take no computed import', () => {
    expect(complaints('lib/services/service.ts', 'export const a = (b: string) => import(b);')).toEqual([
      expect.stringContaining('computed'),
    ]);
  });

  it('are not broken by a comment or a string', () => {
    const text = "// import '../cli/main';\nexport const a = \"import '../cli/main'\";";
    expect(complaints('lib/services/service.ts', text)).toEqual([]);
  });

  it.each(['cdk8s', 'cdk8s-plus-28', 'constructs'])('keep %s out of what judges plain data', name => {
    expect(complaints('lib/verify/verify.ts', `import type { A } from '${name}';`)).toHaveLength(1);
    expect(complaints('lib/kubernetes/quantity.ts', `import type { A } from '${name}';`)).toHaveLength(1);
  });

  it('keep rules apart, and leave them to their groups', () => {
    const text = "import { rule } from './rules/selector-matches-nothing';";
    expect(complaints('lib/verify/rule-groups/pods.ts', text.replace('./', '../'))).toEqual([]);
    expect(complaints('lib/verify/verify.ts', text)).toHaveLength(1);
    const sibling = text.replace('rules/', '');
    expect(complaints('lib/verify/rules/claim-never-binds.ts', sibling)).toEqual([
      expect.stringContaining('imports the rule lib/verify/rules/selector-matches-nothing'),
    ]);
  });

  it('know every folder of the library', () => {
    expect(complaints('lib/extras/thing.ts', '')).toEqual([
      expect.stringContaining('no place in the design'),
    ]);
    expect(complaints('lib/thing.ts', '')).toEqual([expect.stringContaining('no place in the design')]);
  });
});
