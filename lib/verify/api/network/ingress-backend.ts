import {
  dns1035LabelComplaints,
  dnsLabelComplaints,
  portNameComplaints,
} from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type ObjectReference, validateReference } from './object-reference';
import { validatePortNumber } from './port-rules';

/** Where an Ingress leads. */
export interface IngressBackend {
  readonly service?: IngressService;
  readonly resource?: ObjectReference;
}

interface IngressService {
  readonly name?: string;
  readonly port?: { readonly name?: string; readonly number?: number };
}

/**
 * Judges the backend of an Ingress: a port of a Service, or an object of another kind.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend
 */
export function validateIngressBackend(
  { service, resource }: IngressBackend,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (service !== undefined && resource !== undefined) {
    errors.invalid(path, undefined, 'must not have both service and resource');
  } else if (resource !== undefined) {
    validateReference(resource, path.child('resource'), errors);
  } else if (service !== undefined) {
    validateService(service, path, errors);
  } else {
    errors.invalid(path, undefined, 'must have service or resource');
  }
}

function validateService({ name, port = {} }: IngressService, path: FieldPath, errors: FieldErrors): void {
  if (name) {
    const complaints = isBefore(errors.version, '1.36')
      ? dns1035LabelComplaints(name)
      : dnsLabelComplaints(name);
    if (complaints.length > 0) errors.invalidEach(path.child('service', 'name'), name, complaints);
  } else {
    errors.required(path.child('service', 'name'));
  }
  if (port.name && port.number) {
    errors.invalid(path, undefined, 'must not have both a name and a number of the port');
  } else if (port.name) {
    const complaints = portNameComplaints(port.name);
    if (complaints.length > 0)
      errors.invalidEach(path.child('service', 'port', 'name'), port.name, complaints);
  } else if (port.number) {
    validatePortNumber(port.number, path.child('service', 'port', 'number'), errors);
  } else {
    errors.required(path, 'must have a name or a number of the port');
  }
}
