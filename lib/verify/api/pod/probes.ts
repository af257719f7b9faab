import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { ContainerGates } from './container-gates';
import { type Handler, validateHandler } from './handlers';

/** A probe of a container. */
export interface Probe extends Handler {
  readonly initialDelaySeconds?: number;
  readonly timeoutSeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
  readonly terminationGracePeriodSeconds?: number;
}

/** The probes of a container. */
export interface Probes {
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
}

/**
 * Judges the probes of a container.
 *
 * @param grace how many seconds the pod has to stop.
 * @param path the container's.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export function validateProbes(
  { livenessProbe, readinessProbe, startupProbe }: Probes,
  grace: number,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (livenessProbe !== undefined) {
    const at = path.child('livenessProbe');
    validateProbe(livenessProbe, grace, gates, at, errors);
    validateOneSuccess(livenessProbe, at, errors);
  }
  if (readinessProbe !== undefined) {
    const at = path.child('readinessProbe');
    validateProbe(readinessProbe, grace, gates, at, errors);
    if (readinessProbe.terminationGracePeriodSeconds !== undefined) {
      errors.invalid(
        at.child('terminationGracePeriodSeconds'),
        readinessProbe.terminationGracePeriodSeconds,
        'must not be set, as a readiness probe stops no container',
      );
    }
  }
  if (startupProbe !== undefined) {
    const at = path.child('startupProbe');
    validateProbe(startupProbe, grace, gates, at, errors);
    validateOneSuccess(startupProbe, at, errors);
  }
}

function validateProbe(
  probe: Probe,
  grace: number,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateHandler(probe, grace, gates, path, errors);
  for (const field in probe) {
    const value = probe[field as keyof Probe];
    if (typeof value !== 'number' || value > 0) continue;
    if (field === 'terminationGracePeriodSeconds') {
      errors.invalid(path.child(field), value, 'must be greater than 0');
    } else if (value < 0) errors.invalid(path.child(field), value, 'must not be negative');
  }
}

/** 0 stands for the default, 1. */
function validateOneSuccess({ successThreshold = 0 }: Probe, path: FieldPath, errors: FieldErrors): void {
  if (successThreshold !== 0 && successThreshold !== 1) {
    errors.invalid(path.child('successThreshold'), successThreshold, 'must be 1');
  }
}
