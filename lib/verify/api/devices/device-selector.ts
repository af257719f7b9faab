import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { compile } from '../../cel/compile';
import type { CelEnvironment } from '../../cel/environment';
import { functionsOf } from '../../cel/kubernetes-functions';
import { readType } from '../../cel/signatures';
import { BOOL, isSameType, objectType, typeText } from '../../cel/types';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateItems } from './items';

/** Which devices will do. */
export interface DeviceSelector {
  readonly cel?: { readonly expression?: string };
}

const MAX_SELECTORS = 32;
const MAX_LENGTH = 10 * 1024;
const DEVICE = 'device';

/**
 * Judges selectors of devices: expressions in CEL that speak of a `device`.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#device-selectors
 */
export function validateSelectors(
  selectors: readonly DeviceSelector[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateItems(selectors, MAX_SELECTORS, path, errors, ({ cel }, at) => {
    if (cel === undefined) errors.required(at.child('cel'));
    else validateExpression(cel.expression ?? '', at.child('cel', 'expression'), errors);
  });
}

function validateExpression(expression: string, path: FieldPath, errors: FieldErrors): void {
  if (expression.length > MAX_LENGTH) {
    errors.tooLong(path, undefined, MAX_LENGTH);
    return;
  }
  const { type, complaints } = compile(expression, environmentOf(errors.version));
  if (complaints.length > 0) errors.invalid(path, expression, complaints.join('; '));
  else if (type && type.kind !== 'dyn' && !isSameType(type, BOOL)) {
    errors.invalid(path, expression, `must come to bool, and comes to ${typeText(type)}`);
  }
}

function environmentOf(version: KubernetesVersion): CelEnvironment {
  const fields = new Map([
    ['driver', readType('string')],
    ['attributes', readType('map<string, map<string, dyn>>')],
    ['capacity', readType('map<string, map<string, #kubernetes.Quantity>>')],
  ]);
  if (!isBefore(version, '1.36')) fields.set('allowMultipleAllocations', BOOL);
  return {
    functions: functionsOf(version),
    variables: new Map([[DEVICE, objectType(DEVICE)]]),
    objects: new Map([[DEVICE, fields]]),
  };
}
