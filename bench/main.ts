/**
 * Measures the compiled package, the constructs against the same objects written by hand, and the verifier against
 * what it may take; writes bench/results.md.
 *
 *     npm run bench
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureConstructs } from './constructs';
import { namespaceObjects } from './namespace-objects';
import { report } from './report';
import { stackObjects } from './stack-objects';
import { measureSynth } from './synth';
import { measureFiles, measureMemory, measureStart } from './verifier';
import { webObjects } from './web-objects';

const STACKS = 1000;
const MANY_STACKS = 10 * STACKS;
const OBJECTS_OF_A_STACK = 4;
const WEB_APPLICATIONS = 800;

const stacks = stackObjects(STACKS);
const web = webObjects(WEB_APPLICATIONS);
const firsts = ['ConfigMap', 'Service', 'Deployment'].map(name => {
  const first = [...stacks, ...web].find(({ kind }) => kind === name);
  if (!first) throw new Error(`no ${name} in the mixes`);
  return { name, objects: [first] };
});
const firstStack = { name: 'a stack with a StatefulSet', objects: stacks.slice(0, OBJECTS_OF_A_STACK) };

const page = report([
  measureConstructs(STACKS),
  measureMemory([
    { name: 'StatefulSet, headless and client Service, PodDisruptionBudget', objects: stacks },
    { name: 'the same, ten times as many', objects: stackObjects(MANY_STACKS) },
    {
      name: '1,000 stacks, with their Namespace and a ResourceQuota',
      objects: [...namespaceObjects(), ...stacks],
    },
    { name: 'Deployment with probes and volumes, ConfigMap, Ingress, Role, RoleBinding', objects: web },
  ]),
  measureStart([...firsts, firstStack]),
  measureFiles(stacks, OBJECTS_OF_A_STACK),
  ...measureSynth(),
]);
writeFileSync(join(__dirname, 'results.md'), page);
process.stdout.write(page);
