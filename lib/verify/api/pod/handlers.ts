import { portNameComplaints, portNumberComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ContainerGates } from './container-gates';

/** What the kubelet does to look after a container: one of these. */
export interface Handler {
  readonly exec?: { readonly command?: readonly string[] };
  readonly httpGet?: HttpGet;
  readonly tcpSocket?: { readonly port?: number | string };
  readonly grpc?: { readonly port?: number };
  readonly sleep?: { readonly seconds?: number };
}

/** What happens when a container has started and before it is stopped. */
export interface Lifecycle {
  readonly postStart?: Handler;
  readonly preStop?: Handler;
  readonly stopSignal?: string;
}

interface HttpGet {
  readonly scheme?: string;
  readonly port?: number | string;
  readonly httpHeaders?: readonly { readonly name?: string }[];
}

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;
const SCHEMES = ['HTTP', 'HTTPS'];
const HEADER = /^[-A-Za-z0-9]+$/;

/**
 * Judges what happens when a container has started and before it is stopped.
 *
 * @param grace how many seconds the pod has to stop.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export function validateLifecycle(
  { postStart, preStop }: Lifecycle,
  grace: number,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (postStart !== undefined) validateHandler(postStart, grace, gates, path.child('postStart'), errors);
  if (preStop !== undefined) validateHandler(preStop, grace, gates, path.child('preStop'), errors);
}

/** Whether the server drops all of a lifecycle, since it holds nothing but a `stopSignal`, whose gate is off. */
export function isDroppedLifecycle(lifecycle: Lifecycle, gates: ContainerGates): boolean {
  const { postStart, preStop, stopSignal } = lifecycle;
  if (postStart !== undefined || preStop !== undefined) return false;
  return stopSignal !== undefined || gates.stopSignalDropped;
}

/** Judges the one handler of a probe or of a lifecycle. */
export function validateHandler(
  handler: Handler,
  grace: number,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  let found = false;
  for (let at = 0; at < HANDLERS.length; at++) {
    const kind = HANDLERS[at];
    if (handler[kind] === undefined || (kind === 'sleep' && gates.sleepDropped)) continue;
    if (found) errors.forbidden(path.child(kind), 'must not be set beside another handler');
    else validateAction(kind, handler, grace, gates, path, errors);
    found = true;
  }
  if (!found) errors.required(path, 'must hold a handler, such as exec or httpGet');
}

function validateAction(
  kind: (typeof HANDLERS)[number],
  handler: Handler,
  grace: number,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  switch (kind) {
    case 'exec':
      if (!handler.exec?.command?.length) errors.required(path.child(kind, 'command'));
      return;
    case 'httpGet':
      validateHttpGet(handler.httpGet ?? {}, path, errors);
      return;
    case 'sleep':
      validateSleep(handler.sleep?.seconds ?? 0, grace, gates, path.child(kind), errors);
      return;
    default:
      validatePort(handler[kind]?.port, kind, path, errors);
  }
}

function validateHttpGet({ scheme, port, httpHeaders }: HttpGet, path: FieldPath, errors: FieldErrors): void {
  validatePort(port, 'httpGet', path, errors);
  if (scheme && !SCHEMES.includes(scheme)) {
    errors.notSupported(path.child('httpGet', 'scheme'), scheme, SCHEMES);
  }
  if (httpHeaders === undefined) return;
  for (const { name = '' } of httpHeaders) {
    if (HEADER.test(name)) continue;
    const message = 'must have names of letters, digits and hyphens';
    errors.invalid(path.child('httpGet', 'httpHeaders'), name, message);
  }
}

/** A port by its number, or by its name: `"80"` is taken for a name. */
function validatePort(
  port: number | string | undefined,
  kind: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const complaints = typeof port === 'string' ? portNameComplaints(port) : portNumberComplaints(port ?? 0);
  if (complaints.length === 0) return;
  const quoted = typeof port === 'string' && /^\d+$/.test(port);
  errors.invalidEach(path.child(kind, 'port'), port, complaints, quoted ? { fix: 'drop the quotes' } : {});
}

function validateSleep(
  seconds: number,
  grace: number,
  { zeroSleep }: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const least = zeroSleep ? 0 : 1;
  if (seconds >= least && seconds <= grace) return;
  errors.invalid(
    path,
    seconds,
    `must be from ${least} seconds to the ${grace} of the pod's terminationGracePeriodSeconds`,
  );
}
