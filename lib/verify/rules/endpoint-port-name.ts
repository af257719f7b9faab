import { dataAt, listAt } from '../judged-manifest';
import { ENDPOINT_KINDS, endpointPortsOf, serviceOfEndpoints } from '../relations/endpoint-ports';
import type { Rule } from '../rule';

/** A port of endpoints that no port of the Service leads to. */
export const endpointPortName: Rule = {
  meta: {
    id: 'endpoint-port-name',
    level: 'broken',
    kinds: ENDPOINT_KINDS,
    summary: 'a port of endpoints has a name that no port of their Service has',
    why: 'kube-proxy finds the endpoints of a port by its name: nothing is sent to these, and connections to the Service are refused',
    fix: 'write the same name for the port here and in the Service, or none in both',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#custom-endpointslices',
  },
  check(endpoints, set) {
    const service = serviceOfEndpoints(endpoints, set);
    const spec = service && dataAt(service.data, 'spec');
    // A headless Service gives the addresses without a port.
    if (!spec || spec.clusterIP === 'None' || spec.type === 'ExternalName') return [];
    const names = listAt(spec, 'ports').map(({ name }) => (typeof name === 'string' ? name : ''));
    const ports = endpointPortsOf(endpoints);
    // More than the Service has ports for, some monitoring may want to find.
    if (names.every(name => ports.some(port => port.name === name))) return [];
    return ports
      .filter(({ name }) => !names.includes(name))
      .map(({ path, name }) => ({
        path,
        value: name,
        message: `is ${quoted(name)}, and Service '${service?.object.name}' has ${names.map(quoted).join(', ')}`,
      }));
  },
};

function quoted(name: string): string {
  return name === '' ? 'a port without a name' : `'${name}'`;
}
