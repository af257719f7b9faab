import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { isData } from '../../manifest';

const DEADLINE = FieldPath.of('spec', 'activeDeadlineSeconds');
const GATES = FieldPath.of('spec', 'schedulingGates');
const DEADLINE_ADVICE = { fix: 'delete the pod and create it again' };
const GATES_ADVICE = {
  fix: 'create the pod with the gate',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/',
};

/** What an int32 holds. */
const MAX_SECONDS = 2 ** 31 - 1;

/**
 * The deadline of a pod may be set and lowered.
 *
 * @returns false where the server looks no further.
 */
export function verifyActiveDeadline(old: unknown, now: unknown, errors: FieldErrors): boolean {
  if (typeof now === 'number') {
    if (now < 0 || now > MAX_SECONDS) return false;
    if (typeof old !== 'number' || now <= old) return true;
    errors.invalid(DEADLINE, now, `must be ${old} or less, as it was`, DEADLINE_ADVICE);
    return false;
  }
  if (typeof old === 'number') {
    errors.invalid(DEADLINE, now, 'may not go once it is set', DEADLINE_ADVICE);
  }
  return true;
}

/** Gates of a pod may go, and none may come. */
export function verifySchedulingGates(old: unknown, now: unknown, errors: FieldErrors): void {
  const known = new Set(namesOf(old));
  const last = new Map(namesOf(now).map((name, index) => [name, index]));
  for (const [name, index] of last) {
    if (!known.has(name))
      errors.forbidden(GATES.index(index).child('name'), 'may not be added', GATES_ADVICE);
  }
}

function namesOf(gates: unknown): readonly unknown[] {
  return Array.isArray(gates) ? gates.map(gate => (isData(gate) ? (gate.name ?? '') : '')) : [];
}
