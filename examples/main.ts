import { join } from 'node:path';
import { App } from 'cdk8s-drydock';
import { namedExamples } from './charts';
import { ExampleNamespace } from './namespace';
import { OUTSIDE_OBJECTS } from './outside-objects';

const names = process.argv.slice(2);
const app = new App({
  outdir: process.env.CDK8S_OUTDIR ?? join('dist/examples', ...names),
  verify: { external: OUTSIDE_OBJECTS },
});
const namespace = new ExampleNamespace(app, 'namespace');
for (const [name, Example] of namedExamples(names)) {
  new Example(app, name, { namespace: namespace.name }).addDependency(namespace);
}
app.synth();
