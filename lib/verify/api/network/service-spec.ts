import type { StringMap } from '../labels';

/** The fields of a Service's spec that are judged. */
export interface ServiceSpec {
  readonly type?: string;
  readonly selector?: StringMap;
  readonly ports?: readonly ServicePort[];
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[];
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
  readonly externalName?: string;
  readonly externalIPs?: readonly string[];
  readonly externalTrafficPolicy?: string;
  readonly internalTrafficPolicy?: string;
  readonly trafficDistribution?: string;
  readonly healthCheckNodePort?: number;
  readonly loadBalancerClass?: string;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly allocateLoadBalancerNodePorts?: boolean;
  readonly sessionAffinity?: string;
  readonly sessionAffinityConfig?: {
    readonly clientIP?: { readonly timeoutSeconds?: number };
  };
}

/** A port of a Service. */
export interface ServicePort {
  readonly name?: string;
  readonly port?: number;
  readonly targetPort?: number | string;
  readonly nodePort?: number;
  readonly protocol?: string;
  readonly appProtocol?: string;
}

const NO_ADDRESSES: readonly string[] = [];

/** The type of a Service; ClusterIP where it says none. */
export function typeOf(spec: ServiceSpec): string {
  return spec.type || 'ClusterIP';
}

/** The cluster IPs of a Service: the server makes a list of the single one where there is no list. */
export function clusterIpsOf({ clusterIP, clusterIPs = NO_ADDRESSES }: ServiceSpec): readonly string[] {
  return clusterIPs.length === 0 && clusterIP ? [clusterIP] : clusterIPs;
}

/** Whether a Service is headless: its one cluster IP is `None`. */
export function isHeadless(clusterIps: readonly string[]): boolean {
  return clusterIps.length === 1 && clusterIps[0] === 'None';
}
