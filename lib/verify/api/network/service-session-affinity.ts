import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ServiceSpec } from './service-spec';

const KINDS = ['ClientIP', 'None'] as const;

/** The longest time that a client may keep its pod: one day, in seconds. */
const MAX_TIMEOUT_SECONDS = 86_400;

/**
 * Judges whether the clients of a Service keep their pod, and for how long. A configuration without ClientIP is
 * dropped by the server.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
 */
export function validateSessionAffinity(spec: ServiceSpec, path: FieldPath, errors: FieldErrors): void {
  const affinity = spec.sessionAffinity || 'None';
  if (affinity === 'None') return;
  if (affinity !== 'ClientIP') {
    errors.notSupported(path.child('sessionAffinity'), affinity, KINDS);
    return;
  }
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (seconds !== undefined && (seconds <= 0 || seconds > MAX_TIMEOUT_SECONDS)) {
    errors.invalid(
      path.child('sessionAffinityConfig', 'clientIP', 'timeoutSeconds'),
      seconds,
      `must be from 1 to ${MAX_TIMEOUT_SECONDS} seconds`,
    );
  }
}
