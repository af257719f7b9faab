import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { ManifestIdentity } from './manifest';

/**
 * How bad a finding is. `rejected`: the API server refuses it. `broken`: the server takes it, and it can never
 * work. `risky`: it works, and will be regretted.
 */
export type Level = 'rejected' | 'broken' | 'risky';

/** What kind of error the API server answers with; `Decode` for what it refuses before it validates. */
export type ErrorType =
  | 'Decode'
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueNotFound'
  | 'FieldValueTypeInvalid';

/** Something that is wrong with a manifest. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly level: Level;
  /** The manifest that it is about. */
  readonly object: ManifestIdentity;
  /** The field, as the API server writes it: `spec.containers[0].name`. Empty for the whole manifest. */
  readonly path: string;
  /** The server's error type; findings of level `rejected` alone have one. */
  readonly errorType?: ErrorType;
  /** The value, where showing it helps and is safe. */
  readonly value?: unknown;
  /** What is wrong, lower case, no final period. */
  readonly message: string;
  /** The likely fix. */
  readonly fix: string;
  /** Where Kubernetes documents it. */
  readonly see?: string;
  /** The versions of Kubernetes that it is of, in the order in which they were asked for; `verify` always says. */
  readonly versions?: readonly KubernetesVersion[];
}

/** What a finding says of its field: the path and the message, as one text. */
export function statementOf({ path, message }: Pick<Finding, 'path' | 'message'>): string {
  return path === '' ? message : `${path} ${message}`;
}
