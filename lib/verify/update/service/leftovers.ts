import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { specOf, wasStored } from './allocation';

/** A field that a Service of some types alone may have. */
interface TypedField {
  readonly name: string;
  readonly error: 'forbidden' | 'invalid';
  /** Whether a Service may have the field. */
  readonly fits: (spec: Data, version: KubernetesVersion) => boolean;
  /** What the field is where it is missing. */
  readonly missing?: unknown;
}

const SPEC = FieldPath.of('spec');
const PORTS = SPEC.child('ports');
const ADVICE = {
  fix: 'drop the field',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
};

const isBalanced = (spec: Data) => spec.type === 'LoadBalancer';
const hasAddress = (spec: Data) => spec.type !== 'ExternalName';

const FIELDS: readonly TypedField[] = [
  { name: 'clusterIPs', error: 'forbidden', fits: hasAddress },
  { name: 'ipFamilies', error: 'forbidden', fits: hasAddress },
  { name: 'ipFamilyPolicy', error: 'forbidden', fits: hasAddress },
  { name: 'externalTrafficPolicy', error: 'invalid', fits: isReachable, missing: 'Cluster' },
  { name: 'allocateLoadBalancerNodePorts', error: 'forbidden', fits: isBalanced, missing: true },
  { name: 'loadBalancerClass', error: 'forbidden', fits: isBalanced },
  {
    name: 'healthCheckNodePort',
    error: 'invalid',
    fits: spec => isBalanced(spec) && spec.externalTrafficPolicy === 'Local',
  },
];

/**
 * What is left over in a Service from its former type, or from its former policy. The server drops it where it is
 * as it was, and refuses it where the update sets it. Of a Service that was never stored, `verify` says so.
 */
export function verifyLeftovers(before: Data, after: Data, errors: FieldErrors): void {
  if (!wasStored(specOf({ spec: after }))) return;
  for (const field of FIELDS) {
    const { name, error, fits } = field;
    if (!isGiven(after[name]) || fits(after, errors.version)) continue;
    if (fits(before, errors.version) && isKept(before, after, field)) continue;
    if (error === 'forbidden') errors.forbidden(SPEC.child(name), MESSAGE, ADVICE);
    else errors.invalid(SPEC.child(name), after[name], MESSAGE, ADVICE);
  }
  verifyNodePorts(before, after, errors);
}

const MESSAGE = 'must not be set on a Service of this type';

/** A field that the stored Service does not say is as the server set it, which nobody here knows. */
function isKept(before: Data, after: Data, { name, missing }: TypedField): boolean {
  const old = before[name] ?? missing;
  return !isGiven(old) || isSame(old, after[name]);
}

function verifyNodePorts(before: Data, after: Data, errors: FieldErrors): void {
  if (after.type !== 'ClusterIP') return;
  const [old, now] = [nodePortsOf(before), nodePortsOf(after)];
  const kept = before.type !== 'ClusterIP' && now.every(port => !port || !isKnown(old) || old.includes(port));
  if (before.type !== 'ExternalName' && kept) return;
  for (const [index, port] of now.entries()) {
    if (port) errors.forbidden(PORTS.index(index).child('nodePort'), MESSAGE, ADVICE);
  }
}

function isKnown(nodePorts: readonly unknown[]): boolean {
  return nodePorts.every(isGiven);
}

function nodePortsOf({ ports }: Data): readonly unknown[] {
  return Array.isArray(ports) ? ports.map(port => (isData(port) ? port.nodePort : undefined)) : [];
}

function isReachable({ type, externalIPs }: Data, version: KubernetesVersion): boolean {
  if (type === 'LoadBalancer' || type === 'NodePort') return true;
  return type === 'ClusterIP' && isGiven(externalIPs) && !isBefore(version, '1.29');
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== 0;
}
