import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import {
  DEFAULT_KUBERNETES_VERSION,
  isKubernetesVersion,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../kubernetes/kubernetes-version';
import { PropError } from '../prop-error';

/** The context key at the root of the app that names the DNS domain of the cluster. */
export const CLUSTER_DOMAIN = 'clusterDomain';

/** The context key at the root of the app that names the version of Kubernetes that output is made for. */
export const KUBERNETES_VERSION = 'kubernetesVersion';

/**
 * The DNS domain of the cluster: the app's context `clusterDomain`, else `cluster.local`.
 *
 * @throws PropError when the context is no DNS name.
 */
export function clusterDomainOf(construct: IConstruct): string {
  const domain: unknown = construct.node.tryGetContext(CLUSTER_DOMAIN) ?? 'cluster.local';
  const complaints = typeof domain === 'string' ? dnsSubdomainComplaints(domain) : ['must be a string'];
  if (complaints.length > 0) {
    throw new PropError({
      construct,
      prop: `context '${CLUSTER_DOMAIN}'`,
      problem: complaints.join(', and '),
      received: domain,
      allowed: 'a DNS name without a dot at its end',
      fix: `app.node.setContext('${CLUSTER_DOMAIN}', 'cluster.local') before the first chart`,
    });
  }
  return domain as string;
}

/**
 * The version of Kubernetes that output is made for: the app's context `kubernetesVersion`, else
 * {@link DEFAULT_KUBERNETES_VERSION}.
 *
 * @throws PropError when the context is no version that Drydock knows.
 */
export function kubernetesVersionOf(construct: IConstruct): KubernetesVersion {
  const version: unknown = construct.node.tryGetContext(KUBERNETES_VERSION) ?? DEFAULT_KUBERNETES_VERSION;
  if (!isKubernetesVersion(version)) {
    throw new PropError({
      construct,
      prop: `context '${KUBERNETES_VERSION}'`,
      problem: 'must be a version that Drydock knows',
      received: version,
      allowed: KUBERNETES_VERSIONS.join(', '),
      fix: `app.node.setContext('${KUBERNETES_VERSION}', '${DEFAULT_KUBERNETES_VERSION}') before the first chart`,
    });
  }
  return version;
}

/** The namespace that a construct is in: the one given, else its chart's, else undefined. */
export function namespaceOf(construct: IConstruct, given?: string): string | undefined {
  return given ?? Chart.of(construct).namespace;
}
