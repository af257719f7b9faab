import { resolved, type SourceField, type SourceNode } from './source-tree';

/** Where a field of a manifest stands, or the nearest that there is. */
export interface FieldPlace {
  /** Its key; none for an element of a list, and for the document. */
  readonly key?: SourceNode;
  readonly value: SourceNode;
  /** Whether it is the field itself, not one that it would be in. */
  readonly isExact: boolean;
}

/** How deep `<<` in maps that are merged is followed. */
const MAX_MERGES = 20;

/**
 * Where the server says that something stands above all versions of a CustomResourceDefinition, which agree on it,
 * and where it stands in a manifest.
 */
const ABOVE_VERSIONS = {
  'spec.validation': 'spec.versions[0].schema',
  'spec.subresources': 'spec.versions[0].subresources',
  'spec.additionalPrinterColumns': 'spec.versions[0].additionalPrinterColumns',
  'spec.selectableFields': 'spec.versions[0].selectableFields',
} as const;

/**
 * Finds the field of a path, as the API server writes it: `spec.containers[0].image`, `metadata.labels[a.example/b]`
 * or `metadata.labels.a.example/b`. A field that is not there is where it would be.
 */
export function fieldPlace(root: SourceNode, path: string): FieldPlace {
  const place = placeOf(root, path);
  if (place.isExact) return place;
  for (const [above, below] of Object.entries(ABOVE_VERSIONS)) {
    const isIn = path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
    if (isIn && placeOf(root, below).isExact) return placeOf(root, below + path.slice(above.length));
  }
  return place;
}

function placeOf(root: SourceNode, path: string): FieldPlace {
  let place: Pick<FieldPlace, 'key' | 'value'> = { value: root };
  let rest = path === '' || path.startsWith('[') ? path : `.${path}`;
  while (rest !== '') {
    const step = stepInto(place.value, rest);
    if (!step) return { ...place, isExact: false };
    place = step.place;
    rest = rest.slice(step.length);
  }
  return { ...place, isExact: true };
}

interface Step {
  readonly place: Pick<FieldPlace, 'key' | 'value'>;
  /** How much of the path it is. */
  readonly length: number;
}

function stepInto(node: SourceNode, rest: string): Step | undefined {
  const { fields, items } = resolved(node);
  if (items) {
    const index = /^\[(\d+)\]/.exec(rest);
    const value = index && items[Number(index[1])];
    return value ? { place: { value }, length: index[0].length } : undefined;
  }
  return fields && longestStep(fields, rest, 0);
}

/** A name may hold dots, so that of those that the path could mean the longest one is it; of equals the last. */
function longestStep(fields: readonly SourceField[], rest: string, depth: number): Step | undefined {
  let best: Step | undefined;
  for (const { name, key, value, isMerge } of fields) {
    const merged = isMerge && depth < MAX_MERGES ? mergedFields(value) : undefined;
    const step = merged ? longestStep(merged, rest, depth + 1) : undefined;
    if (step && step.length > (best?.length ?? 0)) best = step;
    const length = merged || name === undefined ? 0 : lengthOf(name, rest);
    if (length > 0 && length >= (best?.length ?? 0)) best = { place: { key, value }, length };
  }
  return best;
}

function mergedFields(value: SourceNode): SourceField[] {
  const { fields, items } = resolved(value);
  return fields ?? items?.flatMap(item => resolved(item).fields ?? []) ?? [];
}

/** How much of a path a name is; 0 where the path does not begin with it. */
function lengthOf(name: string, rest: string): number {
  if (rest.startsWith(`[${name}]`)) return name.length + 2;
  if (!rest.startsWith(`.${name}`)) return 0;
  const next = rest[name.length + 1];
  return next === undefined || next === '.' || next === '[' ? name.length + 1 : 0;
}
