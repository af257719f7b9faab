import type { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { compile } from '../../cel/compile';
import type { CelEnvironment } from '../../cel/environment';
import { functionsOf } from '../../cel/kubernetes-functions';
import { readSignatures } from '../../cel/signatures';
import {
  abstractType,
  BOOL,
  type CelType,
  DYN,
  isSameType,
  listOf,
  NULL,
  objectType,
  STRING,
  typeText,
} from '../../cel/types';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { PATCH_FUNCTIONS, PATCH_TYPES, REQUEST_TYPES } from './admission-types';

/** What an expression of a webhook or a policy may speak of, beside the object and the request. */
export interface ExpressionScope {
  /** Whether there is `params`: the policy has a paramKind. */
  readonly params: boolean;
  /** Whether there is `authorizer`. */
  readonly authorizer: boolean;
  /** The types of what there is as `variables.<name>`. @default - there is no `variables` */
  readonly variables?: ReadonlyMap<string, CelType>;
  /** Whether there are the types that a mutation makes. @default false */
  readonly mutation?: boolean;
}

/** What an expression must come to. */
export type ExpressionResult = 'bool' | 'string' | 'string or null' | 'object' | 'patches' | 'any';

const RESULTS: Readonly<Record<Exclude<ExpressionResult, 'any'>, readonly CelType[]>> = {
  bool: [BOOL],
  string: [STRING],
  'string or null': [STRING, NULL],
  object: [objectType('Object')],
  patches: [listOf(objectType('JSONPatch'))],
};

const VARIABLES = 'variables';

/**
 * Judges an expression in CEL.
 *
 * @returns what it comes to; undefined where it does not compile.
 * @see https://kubernetes.io/docs/reference/using-api/cel/
 */
export function validateExpression(
  expression: string,
  result: ExpressionResult,
  scope: ExpressionScope,
  path: FieldPath,
  errors: FieldErrors,
): CelType | undefined {
  const { type, complaints } = compile(expression, environmentOf(scope, expression, errors.version));
  if (complaints.length > 0) {
    errors.invalid(path, expression, complaints.join('; '));
    return undefined;
  }
  if (type === undefined || result === 'any') return type;
  if (!RESULTS[result].some(allowed => isSameType(allowed, type))) {
    errors.invalid(path, expression, `must come to ${wanted(result)}, and comes to ${typeText(type)}`, {
      ...(type.kind === 'dyn' && result === 'bool' && { fix: "compare it: append '== true'" }),
    });
  }
  return type;
}

function wanted(result: Exclude<ExpressionResult, 'any'>): string {
  return RESULTS[result].map(typeText).join(' or ');
}

function environmentOf(
  scope: ExpressionScope,
  expression: string,
  version: KubernetesVersion,
): CelEnvironment {
  const variables = new Map<string, CelType>([
    ['object', DYN],
    ['oldObject', DYN],
    ['request', objectType('AdmissionRequest')],
    ['namespaceObject', objectType('Namespace')],
  ]);
  if (scope.params) variables.set('params', DYN);
  if (scope.authorizer) {
    variables.set('authorizer', abstractType('authorizer'));
    variables.set('authorizer.requestResource', abstractType('resource-check'));
  }
  const objects = new Map<string, ReadonlyMap<string, CelType> | undefined>(REQUEST_TYPES);
  if (scope.variables) {
    variables.set(VARIABLES, objectType(VARIABLES));
    objects.set(VARIABLES, scope.variables);
  }
  const functions = functionsOf(version);
  if (!scope.mutation) return { functions, variables, objects };
  for (const [name, fields] of PATCH_TYPES) objects.set(name, fields);
  // The server makes the types of an object's parts up as they are named.
  for (const [name] of expression.matchAll(/\bObject(?:\.\w+)*/g)) objects.set(name, undefined);
  return { functions: new Map([...functions, ...readSignatures(PATCH_FUNCTIONS)]), variables, objects };
}
