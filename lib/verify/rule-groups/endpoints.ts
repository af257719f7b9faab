import type { Rule } from '../rule';
import { endpointPortName } from '../rules/endpoint-port-name';
import { fqdnEndpointSlice } from '../rules/fqdn-endpoint-slice';
import { overwrittenEndpoints } from '../rules/overwritten-endpoints';

/** The rules of endpoints, in the order of the alphabet. */
export const RULES: readonly Rule[] = [endpointPortName, fqdnEndpointSlice, overwrittenEndpoints];
