import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { canonicalIp, parseIp } from '../../../kubernetes/ip-address';
import { FieldPath } from '../../field-path';
import { type NameRule, nameIsPathSegment, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { validateSegment } from './object-reference';

interface ParentReference {
  readonly group?: string;
  readonly resource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

const PARENT = FieldPath.of('spec', 'parentRef');

/** The name of an IPAddress is the address, in its canonical form. */
const nameIsIp: NameRule = name => {
  const ip = parseIp(name);
  if (!ip || ip.zeroPadded || ip.mapped) return ['must be an IP address'];
  return canonicalIp(ip) === name ? [] : [`must be in its canonical form, ${canonicalIp(ip)}`];
};

/**
 * The API server's validation of IPAddresses, which say what an address of the cluster is used for.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/ip-address-v1/
 */
export const validateIpAddress: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsIp, errors);
  const parent = (object.spec as { readonly parentRef?: ParentReference } | undefined)?.parentRef;
  if (parent === undefined) {
    errors.required(PARENT);
    return;
  }
  const { group, resource, namespace, name } = parent;
  if (group) errors.invalidEach(PARENT.child('group'), group, dnsSubdomainComplaints(group));
  validateSegment(resource, PARENT.child('resource'), errors);
  validateSegment(name, PARENT.child('name'), errors);
  if (namespace) {
    errors.invalidEach(PARENT.child('namespace'), namespace, nameIsPathSegment(namespace, false));
  }
};
