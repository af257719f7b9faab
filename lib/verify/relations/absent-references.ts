import type { RuleProblem } from '../rule';
import type { ManifestSet } from './manifest-set';
import { isAbsent } from './program-objects';

/** A place that names an object of another manifest. */
export interface NamedReference {
  readonly name: unknown;
  readonly path: string;
}

const NONE: readonly RuleProblem[] = [];

/** What to do about an object that is not there. */
export const ABSENT_FIX = 'add it to the manifests, correct the name, or declare it external';

/** A problem for each object that is named and that nothing is known of; for one that is named often, the first. */
export function absentReferences(
  set: ManifestSet,
  kind: string,
  namespace: string,
  references: readonly NamedReference[],
): readonly RuleProblem[] {
  let problems: Map<string, RuleProblem> | undefined;
  for (const { name, path } of references) {
    if (typeof name !== 'string' || name === '' || problems?.has(name)) continue;
    if (!isAbsent(set, kind, namespace, name)) continue;
    problems ??= new Map();
    problems.set(name, { path, value: name, message: messageOf(set, kind, namespace, name) });
  }
  return problems ? [...problems.values()] : NONE;
}

function messageOf(set: ManifestSet, kind: string, namespace: string, name: string): string {
  const message = `names ${kind.slice(kind.indexOf('/') + 1)} '${name}', which is not among the manifests`;
  const [other] = namespace === '' ? [] : set.candidates(kind, '', name);
  return other ? `${message} of namespace '${namespace}': it is in '${other.object.namespace}'` : message;
}
