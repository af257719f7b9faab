import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import { isData } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';

/** Kinds that hold addresses of a Service. */
export const ENDPOINT_KINDS: readonly string[] = ['discovery.k8s.io/EndpointSlice', 'Endpoints'];

const SERVICE_LABEL = 'kubernetes.io/service-name';

/** A port of endpoints; its name says which port of the Service leads to it. */
export interface EndpointPort {
  readonly path: string;
  /** Empty where it has none. */
  readonly name: string;
}

/**
 * The Service that endpoints are of: an EndpointSlice names it in a label, Endpoints are called like it. Undefined
 * where it is not certain.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#custom-endpointslices
 */
export function serviceOfEndpoints(endpoints: JudgedManifest, set: ManifestSet): JudgedManifest | undefined {
  const { object, data } = endpoints;
  const name = object.kind === 'Endpoints' ? object.name : dataAt(data, 'metadata', 'labels')[SERVICE_LABEL];
  return typeof name === 'string' ? set.find('Service', namespaceOf(endpoints), name) : undefined;
}

/** The ports of endpoints. */
export function endpointPortsOf({ object, data }: JudgedManifest): readonly EndpointPort[] {
  if (object.kind !== 'Endpoints')
    return listAt(data, 'ports').map((port, at) => read(port.name, `ports[${at}]`));
  return listAt(data, 'subsets').flatMap((subset, at) =>
    listAt(subset, 'ports').map((port, place) => read(port.name, `subsets[${at}].ports[${place}]`)),
  );
}

/** The names of the ports of all endpoints of a Service in the input. */
export const endpointPortNames = indexOnDemand(set => {
  const byService = new Map<JudgedManifest, Set<string>>();
  for (const endpoints of ENDPOINT_KINDS.flatMap(kind => set.ofKind(kind))) {
    const service = serviceOfEndpoints(endpoints, set);
    if (!service) continue;
    const known = byService.get(service) ?? new Set();
    byService.set(service, known);
    for (const { name } of endpointPortsOf(endpoints)) known.add(name);
  }
  return byService;
});

const WRITTEN_AT = 'endpoints.kubernetes.io/last-change-trigger-time';
const WRITTEN_BY = 'endpoints.kubernetes.io/managed-by';

/** Whether a controller wrote Endpoints, which were read from a cluster then. */
export function isOfController({ data }: JudgedManifest): boolean {
  const { labels, annotations } = dataAt(data, 'metadata');
  return isMarked(annotations, WRITTEN_AT) || isMarked(labels, WRITTEN_BY);
}

function isMarked(marks: unknown, key: string): boolean {
  return isData(marks) && key in marks;
}

function read(name: unknown, path: string): EndpointPort {
  return { path: `${path}.name`, name: typeof name === 'string' ? name : '' };
}
