import type { Validator, ValidatorKey } from '../validator';
import { validateEndpointSlice } from './endpoint-slice';
import { validateEndpoints } from './endpoints';
import { validateIngress } from './ingress';
import { validateIngressClass } from './ingress-class';
import { validateIpAddress } from './ip-address';
import { validateNetworkPolicy } from './network-policy';
import { validateService } from './service';
import { validateServiceCidr } from './service-cidr';

/** The kinds of networking, and what judges them. */
export const NETWORK_VALIDATORS: readonly [ValidatorKey, Validator][] = [
  ['/Service', validateService],
  ['/Endpoints', validateEndpoints],
  ['discovery.k8s.io/EndpointSlice', validateEndpointSlice],
  ['networking.k8s.io/Ingress', validateIngress],
  ['networking.k8s.io/IngressClass', validateIngressClass],
  ['networking.k8s.io/NetworkPolicy', validateNetworkPolicy],
  ['networking.k8s.io/IPAddress', validateIpAddress],
  ['networking.k8s.io/ServiceCIDR', validateServiceCidr],
];
