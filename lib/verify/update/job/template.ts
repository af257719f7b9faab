import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { report } from '../immutable';
import { dataOf, isUnchanged } from '../stored/changed';

const TEMPLATE = FieldPath.of('spec', 'template');
const POD_SPEC = TEMPLATE.child('spec');
const ADVICE = {
  fix: 'create a Job of another name, or delete this one and create it again: its pods go with it',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#mutable-scheduling-directives',
};

/** Where and how pods are scheduled. */
const SCHEDULING: readonly string[] = ['nodeSelector', 'schedulingGates', 'tolerations'];

/**
 * The template of a Job may not change, but for where its pods are scheduled while it is suspended and has not
 * started; since 1.36 the resources of its containers may change then too.
 */
export function verifyJobTemplate(before: Data, oldSpec: Data, nowSpec: Data, errors: FieldErrors): void {
  const now = dataOf(nowSpec.template);
  const former = isBefore(errors.version, '1.36');
  const waiting = former ? dataOf(before.status).startTime === undefined : isIdle(before);
  const open = oldSpec.suspend === true && waiting;
  const old = open ? withScheduling(dataOf(oldSpec.template), now) : dataOf(oldSpec.template);
  if (open && !former) {
    const [spec, nowPods] = [dataOf(old.spec), dataOf(now.spec)];
    if (isUnchanged('V1PodSpec', withResources(spec, nowPods), nowPods, errors.version)) return;
    report(errors, ADVICE, POD_SPEC);
  } else if (!isUnchanged('V1PodTemplateSpec', old, now, errors.version)) {
    report(errors, ADVICE, TEMPLATE);
  }
}

/** Whether a suspended Job has no pods: it has never started, or its pods are gone. */
function isIdle({ status }: Data): boolean {
  const { startTime, conditions, active } = dataOf(status);
  const stopped =
    Array.isArray(conditions) &&
    conditions.some(one => isData(one) && one.type === 'Suspended' && one.status === 'True');
  return !active && (startTime === undefined || stopped);
}

/** The stored template with the labels, annotations and scheduling of another. */
function withScheduling(old: Data, now: Data): Data {
  const [spec, nowSpec] = [dataOf(old.spec), dataOf(now.spec)];
  const { labels, annotations } = dataOf(now.metadata);
  const scheduling = Object.fromEntries(SCHEDULING.map(name => [name, nowSpec[name]]));
  return {
    ...old,
    metadata: { ...dataOf(old.metadata), labels, annotations },
    spec: { ...spec, ...scheduling, affinity: withNodeAffinity(spec.affinity, nowSpec.affinity) },
  };
}

function withNodeAffinity(old: unknown, now: unknown): unknown {
  if (!isData(now)) {
    const { nodeAffinity: _, ...others } = dataOf(old);
    return Object.keys(others).length === 0 ? undefined : others;
  }
  return { ...dataOf(old), nodeAffinity: now.nodeAffinity };
}

/** The spec of a pod with the resources that another gives to the containers of the same name and place. */
function withResources(old: Data, now: Data): Data {
  const copy = { ...old };
  for (const name of ['containers', 'initContainers']) {
    const [containers, others] = [old[name], now[name]];
    if (!Array.isArray(containers) || !Array.isArray(others) || containers.length !== others.length) continue;
    copy[name] = containers.map((container, at) =>
      dataOf(container).name === dataOf(others[at]).name
        ? { ...dataOf(container), resources: dataOf(others[at]).resources }
        : container,
    );
  }
  return copy;
}
