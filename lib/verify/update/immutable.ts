import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import { dataOf, isFieldChanged, typeOfField } from './stored/changed';
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
  /** The first version in which it may not change. @default - it never may */
  readonly since?: KubernetesVersion;
  /** The first version in which it may change. @default - it never may */
  readonly until?: KubernetesVersion;
  /** Whether it may be set where it was not. @default false */
  readonly onceSet?: boolean;
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
      if (!isOf(field, version)) continue;
      const at = parentOf(type, before, after, field.field, version);
      if (!at || (field.onceSet && !at.before[at.name])) continue;
      if (isFieldChanged(at.type, at.name, at.before, at.after, version)) {
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

function isOf({ since, until }: ImmutableField, version: KubernetesVersion): boolean {
  return !(since && isBefore(version, since)) && (until === undefined || isBefore(version, until));
}

/** The objects that hold a field. */
interface Holder {
  readonly type: string;
  readonly before: Data;
  readonly after: Data;
  readonly name: string;
}

function parentOf(
  type: string,
  before: unknown,
  after: unknown,
  [name = '', ...more]: readonly string[],
  version: KubernetesVersion,
): Holder | undefined {
  const [left, right] = [dataOf(before), dataOf(after)];
  if (more.length === 0) return { type, before: left, after: right, name };
  const inside = typeOfField(type, name, version);
  return inside === undefined ? undefined : parentOf(inside, left[name], right[name], more, version);
}
