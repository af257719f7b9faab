import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateEndpointAddress } from './endpoint-address';
import { type EndpointHints, validateEndpointHints } from './endpoint-hints';
import { validateProtocol } from './port-rules';

interface Endpoint {
  readonly addresses?: readonly string[];
  readonly hostname?: string;
  readonly nodeName?: string;
  readonly hints?: EndpointHints;
}

interface EndpointPort {
  readonly name?: string;
  readonly protocol?: string;
  readonly appProtocol?: string;
}

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'] as const;
const MAX_ENDPOINTS = 1000;
const MAX_ADDRESSES = 100;
const MAX_PORTS = 20_000;

const ADDRESS_TYPE = FieldPath.of('addressType');
const ENDPOINTS = FieldPath.of('endpoints');
const PORTS = FieldPath.of('ports');

/**
 * The API server's validation of EndpointSlices.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export const validateEndpointSlice: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const addressType = (object.addressType as string | undefined) ?? '';
  if (addressType === '') errors.required(ADDRESS_TYPE, `is required: ${ADDRESS_TYPES.join(', ')}`);
  else if (!(ADDRESS_TYPES as readonly string[]).includes(addressType)) {
    errors.notSupported(ADDRESS_TYPE, addressType, ADDRESS_TYPES);
  }
  validateEndpoints((object.endpoints as readonly Endpoint[] | undefined) ?? [], addressType, errors);
  validatePorts((object.ports as readonly EndpointPort[] | undefined) ?? [], errors);
};

function validateEndpoints(endpoints: readonly Endpoint[], addressType: string, errors: FieldErrors): void {
  if (endpoints.length > MAX_ENDPOINTS) {
    errors.tooMany(ENDPOINTS, endpoints.length, MAX_ENDPOINTS);
    return;
  }
  for (const [index, endpoint] of endpoints.entries()) {
    validateEndpoint(endpoint ?? {}, addressType, ENDPOINTS.index(index), errors);
  }
}

function validateEndpoint(
  endpoint: Endpoint,
  addressType: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { addresses = [], hostname, nodeName, hints } = endpoint;
  const addressesPath = path.child('addresses');
  if (addresses.length === 0) errors.required(addressesPath, 'must hold an address');
  if (addresses.length > MAX_ADDRESSES) errors.tooMany(addressesPath, addresses.length, MAX_ADDRESSES);
  for (const [index, address] of addresses.entries()) {
    validateEndpointAddress(address ?? '', addressType, addressesPath, index, errors);
  }
  if (nodeName !== undefined) {
    errors.invalidEach(path.child('nodeName'), nodeName, dnsSubdomainComplaints(nodeName));
  }
  if (hostname !== undefined) {
    errors.invalidEach(path.child('hostname'), hostname, dnsLabelComplaints(hostname));
  }
  if (hints !== undefined) validateEndpointHints(hints, path.child('hints'), errors);
}

function validatePorts(ports: readonly EndpointPort[], errors: FieldErrors): void {
  if (ports.length > MAX_PORTS) {
    errors.tooMany(PORTS, ports.length, MAX_PORTS);
    return;
  }
  const names = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const { name = '', protocol, appProtocol } = port ?? {};
    const path = PORTS.index(index);
    if (name !== '') errors.invalidEach(path.child('name'), name, dnsLabelComplaints(name));
    if (names.has(name)) errors.duplicate(path.child('name'), name);
    names.add(name);
    if (protocol !== undefined) validateProtocol(protocol, path.child('protocol'), errors);
    if (appProtocol !== undefined) {
      errors.invalidEach(path.child('appProtocol'), appProtocol, qualifiedNameComplaints(appProtocol));
    }
  }
}
