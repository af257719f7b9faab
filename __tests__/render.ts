import { Chart, Testing } from 'cdk8s';

/** A manifest as tests look into it. */
// biome-ignore lint/suspicious/noExplicitAny: tests read fields of many kinds
export type AnyManifest = any;

/** A chart in an app of its own, in the namespace `shop` unless told otherwise. */
export function testChart(props: { namespace?: string; context?: Record<string, unknown> } = {}): Chart {
  const app = Testing.app();
  for (const [key, value] of Object.entries(props.context ?? {})) app.node.setContext(key, value);
  return new Chart(app, 'test', { namespace: 'namespace' in props ? props.namespace : 'shop' });
}

/** Everything that a chart emits. */
export function manifestsOf(chart: Chart): AnyManifest[] {
  return Testing.synth(chart);
}

/** The one manifest of a kind, and of a name where there are several. */
export function manifestOf(chart: Chart, kind: string, name?: string): AnyManifest {
  const found = manifestsOf(chart).filter(
    m => m.kind === kind && (name === undefined || m.metadata.name === name),
  );
  if (found.length !== 1) throw new Error(`${found.length} manifests of kind ${kind} named ${name}`);
  return found[0];
}
