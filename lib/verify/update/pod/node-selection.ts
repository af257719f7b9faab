import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { isSame } from '../../same';
import { dataOf, isUnchanged } from '../stored/changed';

const NODE_SELECTOR = FieldPath.of('spec', 'nodeSelector');
const TERMS = FieldPath.of(
  'spec',
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
);
const ADVICE = {
  fix: 'add requirements, or delete the pod and create it again',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/#mutable-pod-scheduling-directives',
};

/** What selects the nodes of a pod that waits for its gates may become stricter, and nothing else. */
export function verifyNodeSelection(old: Data, now: Data, errors: FieldErrors): void {
  const selector = dataOf(now.nodeSelector);
  if (Object.entries(dataOf(old.nodeSelector)).some(([key, value]) => selector[key] !== value)) {
    errors.invalid(NODE_SELECTOR, selector, 'may get more, and may lose or change nothing', ADVICE);
  }
  const [affinity, newAffinity] = [nodeAffinityOf(old), nodeAffinityOf(now)];
  if (!isUnchanged('V1NodeAffinity', affinity, newAffinity, errors.version)) {
    verifyTerms(termsOf(affinity), termsOf(newAffinity), errors);
  }
}

/** The spec of a pod as if it selected the nodes that another selects. */
export function withoutNodeSelection(old: Data, now: Data): Data {
  const { affinity: _, nodeSelector: __, ...rest } = now;
  const { nodeAffinity: ___, ...others } = dataOf(now.affinity);
  const affinity = withNodeAffinity(others, nodeAffinityOf(old));
  const none = !isData(old.affinity) && Object.keys(affinity).length === 0;
  return {
    ...rest,
    ...(old.nodeSelector !== undefined && { nodeSelector: old.nodeSelector }),
    ...(!none && { affinity }),
  };
}

function withNodeAffinity(others: Data, nodeAffinity: unknown): Data {
  return nodeAffinity === undefined ? others : { ...others, nodeAffinity };
}

function verifyTerms(old: readonly Data[], now: readonly Data[], errors: FieldErrors): void {
  if (old.length === 0) return;
  if (old.length !== now.length) {
    errors.invalid(TERMS, now, 'may not become more or fewer', ADVICE);
    return;
  }
  for (const [index, term] of old.entries()) {
    if (!isStricter(term, now[index] as Data)) {
      errors.invalid(TERMS.index(index), now[index], 'may get more, and may lose or change nothing', ADVICE);
    }
  }
}

/** An empty term selects no node, and must stay empty. */
function isStricter(old: Data, now: Data): boolean {
  const [expressions, fields] = [listOf(old.matchExpressions), listOf(old.matchFields)];
  const [newExpressions, newFields] = [listOf(now.matchExpressions), listOf(now.matchFields)];
  if (expressions.length + fields.length === 0) return newExpressions.length + newFields.length === 0;
  return beginsWith(newExpressions, expressions) && beginsWith(newFields, fields);
}

function beginsWith(list: readonly unknown[], start: readonly unknown[]): boolean {
  return list.length >= start.length && isSame(list.slice(0, start.length), start);
}

function nodeAffinityOf({ affinity }: Data): unknown {
  return dataOf(affinity).nodeAffinity;
}

function termsOf(nodeAffinity: unknown): readonly Data[] {
  const { requiredDuringSchedulingIgnoredDuringExecution: required } = dataOf(nodeAffinity);
  return listOf(dataOf(required).nodeSelectorTerms).filter(isData);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
