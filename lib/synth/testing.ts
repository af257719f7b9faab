import { type App as Cdk8sApp, Testing as Cdk8sTesting, Chart } from 'cdk8s';
import { App } from './app';
import type { AppProps } from './app-props';
import { synthesize } from './synthesis';

/** What tests of charts need, as cdk8s has it, with objects that are verified. */
export class Testing {
  /** An app whose output folder is a temporary one. */
  static app(props: AppProps = {}): App {
    return new App({ constructIndex: false, ...props, outdir: props.outdir ?? Cdk8sTesting.app().outdir });
  }

  /** A chart in an app of its own. */
  static chart(): Chart {
    return new Chart(Testing.app(), 'test');
  }

  /**
   * The manifests of a chart, what is depended on first. They are verified with all of the app, as the app says; in an
   * App of cdk8s as one of Drydock's would by default.
   *
   * @throws VerificationError when one of them is refused or can never work.
   * @throws SynthesisError when a construct's validation complains, or dependencies are in a circle.
   */
  // biome-ignore lint/suspicious/noExplicitAny: as cdk8s has it; manifests are of any kind
  static synth(chart: Chart): any[] {
    const app = chart.node.root as Cdk8sApp;
    const { charts } = synthesize(app);
    const objects = charts.flatMap(synthesized => synthesized.objects);
    (app instanceof App ? app : new App()).verify(objects, chart);
    return objects.filter(({ construct }) => construct.chart === chart).map(({ manifest }) => manifest);
  }

  private constructor() {}
}
