import { apiKind } from '../../kubernetes/api-kinds';
import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { kindKey } from './kind-key';
import { isTrueToTemplate } from './template-workloads';

/** Custom resources that name the Secret which their controller makes. */
const SECRETS: Readonly<Record<string, (resource: Data) => unknown>> = {
  'cert-manager.io/Certificate': resource => dataAt(resource, 'spec').secretName,
  'external-secrets.io/ExternalSecret': resource =>
    dataAt(resource, 'spec', 'target').name ?? dataAt(resource, 'metadata').name,
  'bitnami.com/SealedSecret': resource =>
    dataAt(resource, 'spec', 'template', 'metadata').name ?? dataAt(resource, 'metadata').name,
};

/** Kinds that are settings: nothing is made under their names. */
const SETTINGS: ReadonlySet<string> = new Set([
  'autoscaling.k8s.io/VerticalPodAutoscaler',
  'cert-manager.io/ClusterIssuer',
  'cert-manager.io/Issuer',
  'external-secrets.io/ClusterSecretStore',
  'external-secrets.io/SecretStore',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/ReferenceGrant',
  'gateway.networking.k8s.io/TCPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'keda.sh/ScaledObject',
  'keda.sh/TriggerAuthentication',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/Probe',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/ServiceMonitor',
  'networking.istio.io/DestinationRule',
  'networking.istio.io/VirtualService',
  'security.istio.io/AuthorizationPolicy',
  'security.istio.io/PeerAuthentication',
  'snapshot.storage.k8s.io/VolumeSnapshotClass',
  'traefik.io/IngressRoute',
  'traefik.io/Middleware',
]);

/**
 * What controllers make of the custom resources of the input. Their pods, Services and Secrets are called after the
 * resource, or after it with a hyphen and more.
 */
export class OperatorObjects {
  /** Names of custom resources, each with its namespace. */
  private readonly owners = new Set<string>();
  private readonly secrets = new Set<string>();

  constructor(manifests: readonly JudgedManifest[]) {
    for (const manifest of manifests) {
      const { apiVersion, kind, name } = manifest.object;
      if (apiKind(apiVersion, kind)) continue;
      const key = kindKey(manifest.object);
      const secret = Object.hasOwn(SECRETS, key) ? SECRETS[key]?.(manifest.data) : undefined;
      if (typeof secret === 'string') this.secrets.add(`${namespaceOf(manifest)}/${secret}`);
      else if (!SETTINGS.has(key) && !isTrueToTemplate(manifest))
        this.owners.add(`${namespaceOf(manifest)}/${name}`);
    }
  }

  /** Whether a controller may make an object of this name, because of a custom resource of the input. */
  mayMake(kind: string, namespace: string, name: string): boolean {
    if (kind === 'Secret' && isIn(this.secrets, namespace, name)) return true;
    if (this.owners.size === 0) return false;
    for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
      if (isIn(this.owners, namespace, name.slice(0, end))) return true;
    }
    return false;
  }

  /** Whether a value of a selector is the name of a custom resource, whose controller may make such pods. */
  mayMakePods(namespace: string, { matchLabels, matchExpressions }: LabelSelectorSpec): boolean {
    if (this.owners.size === 0) return false;
    return [
      ...Object.values(matchLabels ?? {}),
      ...(matchExpressions ?? []).flatMap(requirement => requirement.values ?? []),
    ].some(value => isIn(this.owners, namespace, value));
  }
}

/** Custom resources of the cluster, and those that go where they are applied, stand without a namespace. */
function isIn(names: ReadonlySet<string>, namespace: string, name: string): boolean {
  return names.has(`${namespace}/${name}`) || names.has(`/${name}`);
}
