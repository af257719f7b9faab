import { unknownFields } from '../../lib/kubernetes/api-fields';
import { apiKind } from '../../lib/kubernetes/api-kinds';
import { selectorMatches } from '../../lib/kubernetes/label-selector';
import type { AnyManifest } from '../render';

/** Something that pods are made from, with the labels that each of them bears. */
interface Pods {
  readonly owner: string;
  readonly namespace?: string;
  readonly labels: readonly Record<string, string>[];
  readonly spec: AnyManifest;
  readonly claims: readonly string[];
}

/** Cluster-scoped kinds that bear a namespace. */
export function namespacedWrongly(manifests: readonly AnyManifest[]): string[] {
  return manifests.filter(m => isClusterScoped(m) && m.metadata.namespace !== undefined).map(nameOf);
}

/** Objects in a namespace that is not written, or in none although their kind is namespaced. */
export function homeless(manifests: readonly AnyManifest[]): string[] {
  const written = manifests.filter(m => m.kind === 'Namespace').map(m => m.metadata.name);
  return manifests.filter(m => !isClusterScoped(m) && !written.includes(m.metadata.namespace)).map(nameOf);
}

/** Identities that several manifests share: the later one would overwrite the earlier. */
export function sharedIdentities(manifests: readonly AnyManifest[]): string[] {
  const identities = manifests.map(m => `${String(m.apiVersion).replace(/\/?v[^/]*$/, '')} ${nameOf(m)}`);
  return identities.filter((identity, index) => identities.indexOf(identity) < index);
}

/** Services and budgets with a selector that no pod bears. */
export function unmatchedSelectors(manifests: readonly AnyManifest[], setAtRuntime: string[] = []): string[] {
  return manifests
    .filter(m => selectorOf(m) && podsBehind(m, manifests, setAtRuntime).length === 0)
    .map(nameOf);
}

/** Ports of Services that lead to pods of which none listens there. */
export function deadPorts(manifests: readonly AnyManifest[], setAtRuntime: string[] = []): string[] {
  return manifests
    .filter(m => m.kind === 'Service' && selectorOf(m))
    .flatMap(service => {
      const listening = podsBehind(service, manifests, setAtRuntime).flatMap(({ spec }) =>
        spec.containers.flatMap((container: AnyManifest) => container.ports ?? []),
      );
      return (service.spec.ports ?? [])
        .filter(({ port, targetPort = port }: AnyManifest) =>
          listening.every(p => p.containerPort !== targetPort && p.name !== targetPort),
        )
        .map(({ port }: AnyManifest) => `${nameOf(service)}:${port}`);
    });
}

/** Mounts without exactly one volume or claim template, and volumes that nobody mounts. */
export function looseMounts(manifests: readonly AnyManifest[]): string[] {
  return podsOf(manifests).flatMap(({ owner, spec, claims }) => {
    const volumes = [...(spec.volumes ?? []).map((v: AnyManifest) => v.name), ...claims];
    const containers = [...spec.containers, ...(spec.initContainers ?? [])];
    const mounts = containers.flatMap(c => [...(c.volumeMounts ?? []), ...(c.volumeDevices ?? [])]);
    const names = mounts.map(mount => mount.name);
    const missing = names.filter(name => volumes.filter(v => v === name).length !== 1);
    return [...missing, ...volumes.filter(name => !names.includes(name))].map(name => `${owner}: ${name}`);
  });
}

/** ConfigMaps that pods mount or read and that nobody writes. */
export function missingConfigMaps(manifests: readonly AnyManifest[]): string[] {
  const written = manifests.filter(m => m.kind === 'ConfigMap').map(m => m.metadata.name);
  return podsOf(manifests)
    .flatMap(({ spec }) => (spec.volumes ?? []).map((v: AnyManifest) => v.configMap?.name))
    .filter(name => name !== undefined && !written.includes(name));
}

/** Fields that the API server of 1.28 would drop or refuse. */
export function fieldsUnknownTo128(manifests: readonly AnyManifest[]): string[] {
  return manifests.flatMap(m => unknownFields(m, '1.28').map(({ path }) => `${nameOf(m)}: ${path}`));
}

/** The pods that a Service or budget leads to; labels that an agent sets in a running pod do not narrow it. */
export function podsBehind(
  { metadata, ...rest }: AnyManifest,
  manifests: readonly AnyManifest[],
  setAtRuntime: string[] = [],
): Pods[] {
  const kept = Object.entries(selectorOf(rest) ?? {}).filter(([key]) => !setAtRuntime.includes(key));
  const selector = { matchLabels: Object.fromEntries(kept) as Record<string, string> };
  return podsOf(manifests).filter(
    ({ namespace, labels }) =>
      kept.length > 0 &&
      namespace === metadata.namespace &&
      labels.some(bears => selectorMatches(selector, bears)),
  );
}

function isClusterScoped({ apiVersion, kind }: AnyManifest): boolean {
  return apiKind(apiVersion, kind)?.namespaced === false || kind === 'VolumeSnapshotClass';
}

function selectorOf({ kind, spec }: AnyManifest): Record<string, string> | undefined {
  if (kind === 'Service') return spec.selector;
  return kind === 'PodDisruptionBudget' ? spec.selector.matchLabels : undefined;
}

function podsOf(manifests: readonly AnyManifest[]): Pods[] {
  return manifests.flatMap(m => {
    const pod = m.kind === 'Pod' ? m : m.spec?.template;
    if (!pod) return [];
    const { labels } = pod.metadata;
    const { replicas = 1, ordinals, volumeClaimTemplates = [] } = m.spec;
    const named = Array.from({ length: m.kind === 'StatefulSet' ? replicas : 0 }, (_, index) => ({
      ...labels,
      'statefulset.kubernetes.io/pod-name': `${m.metadata.name}-${(ordinals?.start ?? 0) + index}`,
    }));
    return {
      owner: nameOf(m),
      namespace: m.metadata.namespace,
      labels: [labels, ...named],
      spec: pod.spec,
      claims: volumeClaimTemplates.map((claim: AnyManifest) => claim.metadata.name),
    };
  });
}

function nameOf({ kind, metadata }: AnyManifest): string {
  return [kind, metadata.namespace, metadata.name].filter(Boolean).join(' ');
}
