import { Chart } from 'cdk8s';
import { Namespace } from 'cdk8s-drydock';
import type { Construct } from 'constructs';

/** Where the examples run. */
export class ExampleNamespace extends Chart {
  readonly name: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Elasticsearch sets up the memory maps of its nodes, which no stricter level admits.
    this.name = new Namespace(this, 'examples', { podSecurity: 'privileged' }).name;
  }
}
