import type { FieldPath } from '../../field-path';
import { isData } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { type Toleration, validateTolerations } from './tolerations';

const TEXTS = ['key', 'operator', 'value', 'effect'] as const;

/** Judges tolerations in an annotation, as JSON; the server reads the names of fields in any case. */
export function validateTolerationsAnnotation(
  text: string,
  annotations: FieldPath,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const tolerations = read(text);
  if (tolerations === undefined) errors.invalid(annotations, text, 'must hold a list of tolerations as JSON');
  else validateTolerations(tolerations, path, errors);
}

function read(text: string): Toleration[] | undefined {
  const list = parse(text);
  if (list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const tolerations = list.map(toleration);
  return tolerations.includes(undefined) ? undefined : (tolerations as Toleration[]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toleration(value: unknown): Toleration | undefined {
  if (value === null) return {};
  if (!isData(value)) return undefined;
  const found: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) if (field !== null) found[name.toLowerCase()] = field;
  const { tolerationseconds: tolerationSeconds } = found;
  if (TEXTS.some(name => found[name] !== undefined && typeof found[name] !== 'string')) return undefined;
  if (tolerationSeconds !== undefined && !Number.isInteger(tolerationSeconds)) return undefined;
  return {
    ...found,
    ...(tolerationSeconds !== undefined && { tolerationSeconds: tolerationSeconds as number }),
  };
}
