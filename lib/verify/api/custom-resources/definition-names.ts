import { dns1035LabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** What a custom resource is called. */
export interface DefinitionNames {
  readonly plural?: string;
  readonly singular?: string;
  readonly kind?: string;
  readonly listKind?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

/** Judges the names of a custom resource. The server derives the singular from the kind, and the kind of lists. */
export function validateNames(names: DefinitionNames, path: FieldPath, errors: FieldErrors): void {
  const { plural = '', kind = '', shortNames = [], categories = [] } = names;
  const singular = names.singular || kind.toLowerCase();
  const listKind = names.listKind || (kind === '' ? '' : `${kind}List`);
  label(plural, path.child('plural'), errors);
  label(singular, path.child('singular'), errors);
  label(kind.toLowerCase(), path.child('kind'), errors);
  label(listKind.toLowerCase(), path.child('listKind'), errors);
  if (kind !== '' && kind === listKind) {
    errors.invalid(path.child('listKind'), listKind, 'must not be the same as the kind');
  }
  each(shortNames, path.child('shortNames'), errors);
  each(categories, path.child('categories'), errors);
}

function label(value: string, path: FieldPath, errors: FieldErrors): void {
  if (value === '') errors.required(path);
  else errors.invalidEach(path, value, dns1035LabelComplaints(value).slice(0, 1));
}

function each(values: readonly string[], path: FieldPath, errors: FieldErrors): void {
  for (const [index, value] of values.entries()) {
    errors.invalidEach(path.index(index), value, dns1035LabelComplaints(value).slice(0, 1));
  }
}
