import { isOfController, serviceOfEndpoints } from '../relations/endpoint-ports';
import { podSelectorOf } from '../relations/service-selector';
import type { Rule } from '../rule';

/** Endpoints that a controller writes over. */
export const overwrittenEndpoints: Rule = {
  meta: {
    id: 'overwritten-endpoints',
    level: 'broken',
    kinds: ['Endpoints'],
    summary: 'Endpoints are of a Service that has a selector',
    why: 'the controller replaces the addresses by those of the pods that the Service selects, each time that a pod changes',
    fix: 'remove the selector of the Service, or write an EndpointSlice, which is kept beside those of the controller',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  },
  check(endpoints, set) {
    const service = serviceOfEndpoints(endpoints, set);
    if (!service || !podSelectorOf(service) || isOfController(endpoints)) return [];
    const message = `is the name of Service '${service.object.name}', whose selector makes the addresses`;
    return [{ path: 'metadata.name', value: endpoints.object.name, message }];
  },
};
