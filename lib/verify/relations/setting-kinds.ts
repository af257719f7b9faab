import type { ManifestIdentity } from '../manifest';
import { kindKey } from './kind-key';

/** Groups whose resources are all settings. */
const GROUPS: ReadonlySet<string> = new Set([
  'cilium.io',
  'cloud.google.com',
  'configuration.konghq.com',
  'elbv2.k8s.aws',
  'networking.gke.io',
  'networking.istio.io',
  'policy.linkerd.io',
  'projectcontour.io',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'telemetry.istio.io',
  'traefik.containo.us',
  'traefik.io',
]);

/** Settings of groups that have other kinds, too. */
const KINDS: ReadonlySet<string> = new Set([
  'autoscaling.k8s.io/VerticalPodAutoscaler',
  'cert-manager.io/ClusterIssuer',
  'cert-manager.io/Issuer',
  'external-secrets.io/ClusterSecretStore',
  'external-secrets.io/SecretStore',
  'gateway.networking.k8s.io/BackendTLSPolicy',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/GatewayClass',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/ReferenceGrant',
  'gateway.networking.k8s.io/TCPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'gateway.networking.k8s.io/UDPRoute',
  'keda.sh/ClusterTriggerAuthentication',
  'keda.sh/ScaledObject',
  'keda.sh/TriggerAuthentication',
  'monitoring.coreos.com/AlertmanagerConfig',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/Probe',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/ScrapeConfig',
  'monitoring.coreos.com/ServiceMonitor',
  'snapshot.storage.k8s.io/VolumeSnapshotClass',
]);

/** Whether a custom resource is a setting: controllers make nothing under its name. */
export function isSetting(object: ManifestIdentity): boolean {
  const key = kindKey(object);
  return KINDS.has(key) || GROUPS.has(key.slice(0, key.indexOf('/')));
}
