import { App } from 'cdk8s';
import { namedExamples } from './charts';
import { ExampleNamespace } from './namespace';

const app = new App({ outdir: process.env.CDK8S_OUTDIR ?? 'dist/examples' });
const namespace = new ExampleNamespace(app, 'namespace');
for (const [name, Example] of namedExamples(process.argv.slice(2))) {
  new Example(app, name, { namespace: namespace.name }).addDependency(namespace);
}
app.synth();
