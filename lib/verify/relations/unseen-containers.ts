import { apiKind } from '../../kubernetes/api-kinds';
import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { isTrueToTemplate } from './template-workloads';

/**
 * Labels and annotations that ask for a container from a webhook: of Istio, Linkerd, Vault, Consul, OpenTelemetry,
 * App Mesh, Dapr.
 */
const ASKS_FOR_MORE = /inject|^istio\.io\/rev$|^dapr\.io\/enabled$/i;
const REFUSES = /^(false|disabled?|no|none)$/i;

/** Names of the containers that webhooks add. */
const INJECTED: ReadonlySet<string> = new Set([
  'consul-dataplane',
  'daprd',
  'envoy',
  'istio-proxy',
  'linkerd-proxy',
  'vault-agent',
]);

/** Whether a container is by its name one that a webhook adds, which may stand in no manifest. */
export function isInjected(container: string): boolean {
  return INJECTED.has(container);
}

/**
 * Whether pods may have containers that the input does not show: a webhook adds one, or a controller makes the pods
 * of more than their template, or little of them is known.
 */
export function mayHaveUnseenContainers(source: PodSource, set: ManifestSet): boolean {
  const { apiVersion, kind, index } = source.manifest.object;
  if (index < 0 || listAt(source.spec, 'containers').length === 0) return true;
  if (!apiKind(apiVersion, kind) && !isTrueToTemplate(source.manifest)) return true;
  if (asksForMore(source.metadata)) return true;
  const namespace = set.find('Namespace', '', source.namespace);
  return namespace !== undefined && asksForMore(dataAt(namespace.data, 'metadata'));
}

function asksForMore(metadata: Data): boolean {
  return [dataAt(metadata, 'labels'), dataAt(metadata, 'annotations')].some(marks =>
    Object.keys(marks).some(key => ASKS_FOR_MORE.test(key) && !REFUSES.test(String(marks[key]))),
  );
}
