import { immutable } from './immutable';

/** An update of an EndpointSlice may not change the type of its addresses. */
export const updateEndpointSlice = immutable({
  field: ['addressType'],
  fix: 'create a slice of another name for the other type of addresses',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#address-types',
});
