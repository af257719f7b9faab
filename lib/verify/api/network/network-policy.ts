import { portNameComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../label-selector';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type IpBlock, validateIpBlock } from './ip-block';
import { validatePortNumber, validateProtocol } from './port-rules';

interface NetworkPolicySpec {
  readonly podSelector?: Data;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

interface Rule {
  readonly ports?: readonly PolicyPort[];
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
}

interface PolicyPort {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}

interface Peer {
  readonly podSelector?: Data;
  readonly namespaceSelector?: Data;
  readonly ipBlock?: IpBlock;
}

const POLICY_TYPES = ['Ingress', 'Egress'] as const;
const SPEC = FieldPath.of('spec');
const NO_SPEC: NetworkPolicySpec = {};
const NO_RULES: readonly Rule[] = [];

/**
 * The API server's validation of NetworkPolicies.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export const validateNetworkPolicy: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as NetworkPolicySpec | undefined) ?? NO_SPEC;
  if (spec.podSelector !== undefined) {
    validateLabelSelector(spec.podSelector, SPEC.child('podSelector'), errors);
  }
  validateRules(spec.ingress ?? NO_RULES, 'from', SPEC.child('ingress'), errors);
  validateRules(spec.egress ?? NO_RULES, 'to', SPEC.child('egress'), errors);
  validatePolicyTypes(spec.policyTypes ?? [], SPEC.child('policyTypes'), errors);
};

function validatePolicyTypes(types: readonly string[], path: FieldPath, errors: FieldErrors): void {
  if (types.length > POLICY_TYPES.length) {
    errors.invalid(path, types, `must hold no more than ${POLICY_TYPES.join(' and ')}`);
    return;
  }
  for (const [index, type] of types.entries()) {
    if (!(POLICY_TYPES as readonly string[]).includes(type)) {
      errors.notSupported(path.index(index), type, POLICY_TYPES);
    }
  }
}

function validateRules(
  rules: readonly Rule[],
  direction: 'from' | 'to',
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const [index, rule] of rules.entries()) {
    const rulePath = path.index(index);
    for (const [i, port] of (rule?.ports ?? []).entries()) {
      validatePort(port ?? {}, rulePath.child('ports').index(i), errors);
    }
    for (const [i, peer] of (rule?.[direction] ?? []).entries()) {
      validatePeer(peer ?? {}, rulePath.child(direction).index(i), errors);
    }
  }
}

function validatePort({ port, endPort, protocol }: PolicyPort, path: FieldPath, errors: FieldErrors): void {
  if (protocol !== undefined) validateProtocol(protocol, path.child('protocol'), errors);
  const endPath = path.child('endPort');
  if (typeof port === 'number') {
    validatePortNumber(port, path.child('port'), errors);
    if (endPort === undefined) return;
    if (endPort < port) errors.invalid(endPath, endPort, `must not be less than port, which is ${port}`);
    validatePortNumber(endPort, endPath, errors);
    return;
  }
  if (endPort !== undefined) errors.invalid(endPath, endPort, 'must not be set where port is not a number');
  if (port !== undefined) errors.invalidEach(path.child('port'), port, portNameComplaints(port));
}

function validatePeer(peer: Peer, path: FieldPath, errors: FieldErrors): void {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (podSelector !== undefined) validateLabelSelector(podSelector, path.child('podSelector'), errors);
  if (namespaceSelector !== undefined) {
    validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), errors);
  }
  if (ipBlock !== undefined) validateIpBlock(ipBlock, path.child('ipBlock'), errors);
  const selects = podSelector !== undefined || namespaceSelector !== undefined;
  if (!selects && ipBlock === undefined) {
    errors.required(path, 'must have podSelector, namespaceSelector or ipBlock');
  } else if (selects && ipBlock !== undefined) {
    errors.forbidden(path, 'must not have both ipBlock and a selector');
  }
}
