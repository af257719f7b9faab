import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateEndpointIp, validateIp } from './ip-rules';
import { validatePortNumber, validateProtocol } from './port-rules';

interface EndpointAddress {
  readonly ip?: string;
  readonly hostname?: string;
  readonly nodeName?: string;
}

interface EndpointPort {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly appProtocol?: string;
}

interface EndpointSubset {
  readonly addresses?: readonly EndpointAddress[];
  readonly notReadyAddresses?: readonly EndpointAddress[];
  readonly ports?: readonly EndpointPort[];
}

const SUBSETS = FieldPath.of('subsets');
const NO_ADDRESSES: readonly EndpointAddress[] = [];
const NO_PORTS: readonly EndpointPort[] = [];

/**
 * The API server's validation of Endpoints.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#endpoints
 */
export const validateEndpoints: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const subsets = (object.subsets as readonly EndpointSubset[] | undefined) ?? [];
  for (const [index, subset] of subsets.entries()) validateSubset(subset ?? {}, SUBSETS.index(index), errors);
};

function validateSubset(subset: EndpointSubset, path: FieldPath, errors: FieldErrors): void {
  const { addresses = NO_ADDRESSES, notReadyAddresses = NO_ADDRESSES, ports = NO_PORTS } = subset;
  if (addresses.length === 0 && notReadyAddresses.length === 0) {
    errors.required(path, 'must have addresses or notReadyAddresses');
  }
  for (const [index, address] of addresses.entries()) {
    validateAddress(address ?? {}, path.child('addresses').index(index), errors);
  }
  for (const [index, address] of notReadyAddresses.entries()) {
    validateAddress(address ?? {}, path.child('notReadyAddresses').index(index), errors);
  }
  for (const [index, port] of ports.entries()) {
    validatePort(port ?? {}, ports.length > 1, path.child('ports').index(index), errors);
  }
}

function validateAddress(
  { ip = '', hostname, nodeName }: EndpointAddress,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const ipPath = path.child('ip');
  validateIp(ip, ipPath, errors);
  validateEndpointIp(ip, ipPath, errors);
  if (hostname) errors.invalidEach(path.child('hostname'), hostname, dnsLabelComplaints(hostname));
  if (nodeName !== undefined) {
    errors.invalidEach(path.child('nodeName'), nodeName, dnsSubdomainComplaints(nodeName));
  }
}

function validatePort(port: EndpointPort, needsName: boolean, path: FieldPath, errors: FieldErrors): void {
  if (port.name) errors.invalidEach(path.child('name'), port.name, dnsLabelComplaints(port.name));
  else if (needsName) errors.required(path.child('name'), 'is required where there are several ports');
  validatePortNumber(port.port ?? 0, path.child('port'), errors);
  if (port.protocol) validateProtocol(port.protocol, path.child('protocol'), errors);
  if (port.appProtocol !== undefined) {
    const complaints = qualifiedNameComplaints(port.appProtocol);
    errors.invalidEach(path.child('appProtocol'), port.appProtocol, complaints);
  }
}
