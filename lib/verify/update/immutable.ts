import { FieldPath } from '../field-path';
import type { FieldErrors } from '../api/field-errors';
import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { changedFields, dataOf, typeOfField } from './changed';
import type { UpdateRule } from './update-rule';

/** A field that an update may not change. */
export interface ImmutableField {
  /** Where it is. */
  readonly field: readonly [...string[], string];
  /** Where the server reports it. @default - where it is */
  readonly reportedAt?: readonly [string, ...string[]];
  /** The server's error. @default 'invalid' */
  readonly error?: 'invalid' | 'forbidden';
  /** The first version in which the error is `invalid`. @default - `error` in all versions */
  readonly invalidSince?: KubernetesVersion;
  /** The first version in which it may change. @default - it never may */
  readonly until?: KubernetesVersion;
  /** The way to the change. */
  readonly fix: string;
  readonly see?: string;
}

/** The rule of a kind whose updates may not change these fields. */
export function immutable(...fields: readonly ImmutableField[]): UpdateRule {
  const known = fields.map(field => {
    const [first = '', ...more] = field.reportedAt ?? field.field;
    return { ...field, path: FieldPath.of(first, ...more) };
  });
  return ({ before, after, type }, errors) => {
    const { version } = errors;
    for (const field of known) {
      if (field.until && !isBefore(version, field.until)) continue;
      const at = parentOf(type, before, after, field.field, version);
      if (at && changedFields(at.type, at.before, at.after, version).includes(at.name)) {
        report(errors, field, field.path, at.after[at.name]);
      }
    }
  };
}

/** What the server says of a changed field; the value is shown where it is a single one. */
export function report(
  errors: FieldErrors,
  { error = 'invalid', invalidSince, fix, see }: Omit<ImmutableField, 'field'>,
  path: FieldPath,
  value?: unknown,
): void {
  const invalid = invalidSince ? !isBefore(errors.version, invalidSince) : error === 'invalid';
  const advice = { fix, ...(see && { see }) };
  if (invalid) errors.invalid(path, scalarOf(value), MESSAGE, advice);
  else errors.forbidden(path, MESSAGE, advice);
}

const MESSAGE = 'may not change once the object exists';

/** A value that may be shown as a whole. */
export function scalarOf(value: unknown): unknown {
  return typeof value === 'object' ? undefined : value;
}

function parentOf(
  type: string,
  before: unknown,
  after: unknown,
  [name = '', ...more]: readonly string[],
  version: KubernetesVersion,
): { type: string; before: unknown; after: ReturnType<typeof dataOf>; name: string } | undefined {
  const [left, right] = [dataOf(before), dataOf(after)];
  if (more.length === 0) return { type, before: left, after: right, name };
  const inside = typeOfField(type, name, version);
  return inside === undefined ? undefined : parentOf(inside, left[name], right[name], more, version);
}
