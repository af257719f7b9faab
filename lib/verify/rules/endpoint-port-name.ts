import { dataAt, listAt } from '../judged-manifest';
import {
  ENDPOINT_KINDS,
  endpointPortNames,
  endpointPortsOf,
  serviceOfEndpoints,
} from '../relations/endpoint-ports';
import type { Rule } from '../rule';

/** A port of endpoints that no port of the Service leads to. */
export const endpointPortName: Rule = {
  meta: {
    id: 'endpoint-port-name',
    level: 'broken',
    kinds: ENDPOINT_KINDS,
    summary: 'endpoints have no port with the name of a port of their Service',
    why: 'kube-proxy finds the endpoints of a port by its name: nothing is sent to these, and connections to the Service are refused',
    fix: 'write the same name for the port here and in the Service, or none in both',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#custom-endpointslices',
  },
  check(endpoints, set) {
    const service = serviceOfEndpoints(endpoints, set);
    if (!service) return [];
    const spec = dataAt(service.data, 'spec');
    // A headless Service gives the addresses without a port.
    if (spec.clusterIP === 'None' || spec.type === 'ExternalName') return [];
    const names = listAt(spec, 'ports').map(({ name }) => (typeof name === 'string' ? name : ''));
    const ports = endpointPortsOf(endpoints);
    // The other ports of the Service may be those of other endpoints, and more of them be for some monitoring.
    if (ports.some(({ name }) => names.includes(name))) return [];
    const others = endpointPortNames(set).get(service);
    const problem = names.every(name => others?.has(name)) ? ({ level: 'risky' } as const) : {};
    return ports.map(({ path, name }) => ({
      path,
      value: name,
      message: `is ${quoted(name)}, and Service '${service.object.name}' has ${names.map(quoted).join(', ')}`,
      ...problem,
    }));
  },
};

function quoted(name: string): string {
  return name === '' ? 'a port without a name' : `'${name}'`;
}
