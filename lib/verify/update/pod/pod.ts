import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { changedFields, dataOf } from '../stored/changed';
import type { Update } from '../update-rule';
import { verifyPodAnnotations } from './annotations';
import { verifyActiveDeadline, verifySchedulingGates } from './deadline-and-gates';
import { defaultedPod } from './defaults';
import { verifyNodeSelection, withoutNodeSelection } from './node-selection';
import { verifyTolerations, withAdmittedTolerations } from './tolerations';

const SPEC = FieldPath.of('spec');
const ADVICE = {
  fix: 'delete the pod and create it again; a Deployment or a StatefulSet does so by itself when its template changes',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-update-and-replacement',
};

/** The fields that have rules of their own. */
const OWN_RULE: ReadonlySet<string> = new Set(['activeDeadlineSeconds', 'schedulingGates', 'tolerations']);

/** What an update of a Pod may not change: nearly all of its spec but for images. */
export function updatePod(update: Update, errors: FieldErrors): void {
  const [before, after] = [defaultedPod(dataOf(update.before.spec)), defaultedPod(dataOf(update.after.spec))];
  const old: Data = { ...before, ...priorityOf(before, after), ...accountOf(before, after) };
  const now: Data = {
    ...after,
    ...priorityOf(after, before),
    tolerations: withAdmittedTolerations(after.tolerations),
  };
  verifyPodAnnotations(update.before, update.after, errors);
  for (const name of ['containers', 'initContainers']) {
    if (listOf(old[name]).length !== listOf(now[name]).length) {
      errors.forbidden(SPEC.child(name), 'may not become more or fewer', ADVICE);
      return;
    }
  }
  if (!verifyActiveDeadline(old.activeDeadlineSeconds, now.activeDeadlineSeconds, errors)) return;
  verifyTolerations(old.tolerations, now.tolerations, errors);
  verifySchedulingGates(old.schedulingGates, now.schedulingGates, errors);
  const gated = listOf(old.schedulingGates).length > 0;
  if (gated) verifyNodeSelection(old, now, errors);
  verifyTheRest(old, gated ? withoutNodeSelection(old, now) : now, errors);
}

/** The server sets the priority of each pod by its class, and keeps it where an update leaves it out. */
function priorityOf(spec: Data, other: Data): Data {
  return {
    priority: spec.priority ?? other.priority,
    preemptionPolicy: spec.preemptionPolicy ?? other.preemptionPolicy,
  };
}

/** A pod that names no account has been given the default one. */
function accountOf(before: Data, { serviceAccountName }: Data): Data {
  const named = before.serviceAccountName || before.serviceAccount;
  return !named && serviceAccountName === 'default' ? { serviceAccountName } : {};
}

function verifyTheRest(old: Data, now: Data, errors: FieldErrors): void {
  const images = { ...now };
  for (const name of ['containers', 'initContainers']) images[name] = withImagesOf(old[name], now[name]);
  const changed = changedFields('V1PodSpec', old, images, errors.version, OWN_RULE);
  if (changed.length === 0) return;
  errors.forbidden(SPEC, `may not change ${changed.join(', ')} once the pod exists`, ADVICE);
}

function withImagesOf(old: unknown, now: unknown): unknown {
  if (!Array.isArray(now)) return now;
  return now.map((container, at) =>
    isData(container) ? { ...container, image: dataOf(listOf(old)[at]).image } : container,
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
