import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelName } from '../labels';

/** Where volumes of a class may be: labels that a node must bear together. */
export interface TopologySelectorTerm {
  readonly matchLabelExpressions?: readonly TopologyRequirement[];
}

interface TopologyRequirement {
  readonly key?: string;
  readonly values?: readonly string[];
}

const NO_REQUIREMENTS: readonly TopologyRequirement[] = [];

/**
 * Judges where volumes of a class may be. A term without expressions counts as one that stands twice.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies
 */
export function validateAllowedTopologies(
  terms: readonly TopologySelectorTerm[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const seen = new Set<string>(['[]']);
  for (const [index, term] of terms.entries()) {
    const requirements = term?.matchLabelExpressions ?? NO_REQUIREMENTS;
    const expressionsPath = path.index(index).child('matchLabelExpressions');
    const keys = new Set<string>();
    for (const [i, requirement] of requirements.entries()) {
      const key = requirement?.key ?? '';
      validateRequirement(requirement ?? {}, expressionsPath.index(i), errors);
      if (keys.has(key)) errors.duplicate(expressionsPath.index(i).child('key'), key);
      keys.add(key);
    }
    const meaning = meaningOf(requirements);
    if (seen.has(meaning)) {
      errors.duplicate(
        expressionsPath,
        undefined,
        requirements.length === 0 ? 'must hold a label' : 'is the same as that of another term',
      );
    }
    seen.add(meaning);
  }
}

function validateRequirement(
  { key = '', values = [] }: TopologyRequirement,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const valuesPath = path.child('values');
  if (values.length === 0) errors.required(valuesPath);
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) errors.duplicate(valuesPath.index(index), value);
    seen.add(value);
  }
  validateLabelName(key, path.child('key'), errors);
}

/** The same text for terms that ask for the same; where a key stands twice, the last one counts. */
function meaningOf(requirements: readonly TopologyRequirement[]): string {
  const byKey = new Map<string, readonly string[]>();
  for (const requirement of requirements) {
    byKey.set(requirement?.key ?? '', [...new Set(requirement?.values ?? [])].sort());
  }
  return JSON.stringify([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}
