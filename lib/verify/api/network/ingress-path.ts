import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type IngressBackend, validateIngressBackend } from './ingress-backend';

/** A path of an Ingress, and where it leads. */
export interface HttpPath {
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: IngressBackend;
}

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'] as const;
const REFUSED_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'] as const;
const REFUSED_ENDS = ['/..', '/.'] as const;

/** Whether any of them may be there: asked first, as they hardly ever are. */
const REFUSED = /\/\/|\/\.|%2f/i;

const NO_BACKEND: IngressBackend = {};

/**
 * Judges a path of an Ingress. Without a type it is not judged any further.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
 */
export function validateHttpPath(item: HttpPath, path: FieldPath, errors: FieldErrors): void {
  const { path: value = '', pathType, backend = NO_BACKEND } = item;
  if (pathType === undefined) {
    errors.required(path.child('pathType'), `is required: ${PATH_TYPES.join(', ')}`);
    return;
  }
  switch (pathType) {
    case 'Exact':
    case 'Prefix':
      if (!value.startsWith('/')) errors.invalid(path.child('path'), value, "must begin with '/'");
      if (REFUSED.test(value)) refuseParts(value, path.child('path'), errors);
      break;
    case 'ImplementationSpecific':
      if (value !== '' && !value.startsWith('/'))
        errors.invalid(path.child('path'), value, "must begin with '/'");
      break;
    default:
      errors.notSupported(path.child('pathType'), pathType, PATH_TYPES);
  }
  validateIngressBackend(backend, path.child('backend'), errors);
}

function refuseParts(value: string, path: FieldPath, errors: FieldErrors): void {
  for (const sequence of REFUSED_SEQUENCES) {
    if (value.includes(sequence)) errors.invalid(path, value, `must not hold '${sequence}'`);
  }
  for (const end of REFUSED_ENDS) {
    if (value.endsWith(end)) errors.invalid(path, value, `must not end in '${end}'`);
  }
}
