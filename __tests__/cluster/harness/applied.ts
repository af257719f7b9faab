import type { Chart } from 'cdk8s';
import type { ApiClient, Given, KubernetesObject } from '../../../scripts/cluster/api-client';
import { manifestsOf } from '../../render';
import { inOrder } from './manifest-order';

/** Applies what a chart emits. @throws Error where the server refuses something, or warns. */
export async function applyChart(client: ApiClient, chart: Chart): Promise<KubernetesObject[]> {
  const manifests = inOrder<KubernetesObject>(manifestsOf(chart));
  for (const manifest of manifests) await applied(client, manifest);
  return manifests;
}

/** Applies a manifest, and gives what the server stored. @throws Error where it refuses it, or warns. */
export async function applied(client: ApiClient, manifest: KubernetesObject): Promise<Given> {
  const { status, body, warnings } = await client.apply(manifest);
  const name = `${manifest.kind} ${manifest.metadata.name}`;
  if (status >= 300) throw new Error(`${name} is refused: ${body.message}`);
  if (warnings.length > 0) throw new Error(`${name} is taken with a warning: ${warnings.join('; ')}`);
  return body;
}
