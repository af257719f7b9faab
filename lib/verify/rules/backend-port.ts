import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { mayTakeTargetPorts } from '../relations/ingress-controller';
import type { ManifestSet } from '../relations/manifest-set';
import { ROUTING_KINDS, type ServiceBackend, serviceBackendsOf } from '../relations/service-backends';
import type { Rule } from '../rule';

/** An Ingress or a route to a port that its Service lacks. */
export const backendPort: Rule = {
  meta: {
    id: 'backend-port',
    level: 'broken',
    kinds: ROUTING_KINDS,
    summary: 'an Ingress or a route names a port that its Service lacks',
    why: 'the controller finds no endpoints for the path, and answers every request to it with an error',
    fix: "write the name or the number of a port of the Service, which is not the container's",
    see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  },
  check(manifest, set) {
    return serviceBackendsOf(manifest, set).flatMap(backend => {
      const ports = backend.port === undefined ? undefined : tryPortsOf(backend, set);
      if (!ports || ports.some(port => isPort(port, backend, manifest, set))) return [];
      return [{ path: backend.portPath, value: backend.port, message: messageOf(backend, ports) }];
    });
  },
};

/** The ports of a Service that is certain; those of an external name are those of somebody else. */
function tryPortsOf({ namespace, name }: ServiceBackend, set: ManifestSet): readonly Data[] | undefined {
  const service = set.find('Service', namespace, name);
  if (!service) return undefined;
  const spec = dataAt(service.data, 'spec');
  return spec.type === 'ExternalName' ? undefined : listAt(spec, 'ports');
}

function isPort(port: Data, backend: ServiceBackend, manifest: JudgedManifest, set: ManifestSet): boolean {
  if (port.name === backend.port || port.port === backend.port) return true;
  return port.targetPort === backend.port && mayTakeTargetPorts(manifest, set);
}

function messageOf({ name, port }: ServiceBackend, ports: readonly Data[]): string {
  const known = ports.map(({ name: own, port: number }) => (own ? `${own} (${number})` : `${number}`));
  const what = typeof port === 'string' ? `'${port}'` : `${port}`;
  const isTarget = ports.some(({ targetPort }) => targetPort === port);
  const hint = isTarget ? `${what} is a target port of it` : undefined;
  const list = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none';
  return `names port ${what}, which Service '${name}' lacks; ${[list, hint].filter(Boolean).join(', and ')}`;
}
