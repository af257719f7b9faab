import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';

/** Values that labels and fields of a node may have, by key; what says more than that is left out. */
export type NodeTerm = ReadonlyMap<string, readonly string[]>;

/**
 * The nodes that pods may run on, as terms of which a node has to fit one; none where any node will do.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export function podNodeTerms(spec: Data): readonly NodeTerm[] {
  const wanted = Object.entries(dataAt(spec, 'nodeSelector')).map(
    ([key, value]) => [key, [String(value)]] as const,
  );
  const required = dataAt(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  const terms = selectorTerms(required);
  if (wanted.length === 0) return terms;
  const selector = new Map(wanted);
  return terms.length === 0 ? [selector] : terms.map(term => both(term, selector));
}

/** The nodes that a volume can be used on, likewise. */
export function volumeNodeTerms(volume: Data): readonly NodeTerm[] {
  return selectorTerms(dataAt(volume, 'spec', 'nodeAffinity', 'required'));
}

/** A key on which two terms do not agree, and what each of them asks for. */
export interface NodeConflict {
  readonly key: string;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Why two lists of terms never agree, at one of their terms; undefined where some node may fit both. */
export function nodeConflict(one: readonly NodeTerm[], other: readonly NodeTerm[]): NodeConflict | undefined {
  let conflict: NodeConflict | undefined;
  for (const first of one) {
    for (const second of other) {
      conflict = conflictOf(first, second);
      if (conflict === undefined) return undefined;
    }
  }
  return conflict;
}

function conflictOf(one: NodeTerm, other: NodeTerm): NodeConflict | undefined {
  for (const [key, values] of one) {
    const others = other.get(key);
    if (others && !values.some(value => others.includes(value))) {
      return { key, one: values, other: others };
    }
  }
  return undefined;
}

function selectorTerms(selector: Data): NodeTerm[] {
  return listAt(selector, 'nodeSelectorTerms').map(term => {
    const allowed = new Map<string, readonly string[]>();
    for (const { key, operator, values } of [
      ...listAt(term, 'matchExpressions'),
      ...listAt(term, 'matchFields'),
    ]) {
      if (operator !== 'In' || !Array.isArray(values)) continue;
      const known = allowed.get(String(key));
      allowed.set(
        String(key),
        known ? values.map(String).filter(value => known.includes(value)) : values.map(String),
      );
    }
    return allowed;
  });
}

/** What fits both; a key of both keeps the values of the selector, and none where they contradict each other. */
function both(term: NodeTerm, selector: NodeTerm): NodeTerm {
  const merged = new Map(term);
  for (const [key, values] of selector) {
    const known = term.get(key);
    merged.set(key, known ? values.filter(value => known.includes(value)) : values);
  }
  return merged;
}
