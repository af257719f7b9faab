import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain } from '../metadata';

/** Whose requests a rule of a FlowSchema is for. */
export interface FlowSubject {
  readonly kind?: string;
  readonly user?: { readonly name?: string };
  readonly group?: { readonly name?: string };
  readonly serviceAccount?: { readonly name?: string; readonly namespace?: string };
}

/** The field that says more, by the kind of the subject. */
const FIELDS: ReadonlyMap<string, 'group' | 'serviceAccount' | 'user'> = new Map([
  ['Group', 'group'],
  ['ServiceAccount', 'serviceAccount'],
  ['User', 'user'],
] as const);

const ALL = '*';

/** Judges a subject: its kind says which one of the fields it has. */
export function validateFlowSubject(subject: FlowSubject, path: FieldPath, errors: FieldErrors): void {
  const own = FIELDS.get(subject.kind ?? '');
  if (!own) {
    errors.notSupported(path.child('kind'), subject.kind ?? '', [...FIELDS.keys()]);
    return;
  }
  for (const [kind, field] of FIELDS) {
    if (field !== own && subject[field] !== undefined) {
      errors.forbidden(path.child(field), `may only be set where the kind is ${kind}`);
    }
  }
  const at = path.child(own);
  if (subject[own] === undefined) errors.required(at, `is required where the kind is ${subject.kind}`);
  else if (own === 'serviceAccount') validateServiceAccount(subject.serviceAccount ?? {}, at, errors);
  else if (!subject[own]?.name) errors.required(at.child('name'));
}

function validateServiceAccount(
  { name, namespace }: NonNullable<FlowSubject['serviceAccount']>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!name) errors.required(path.child('name'));
  else if (name !== ALL) errors.invalidEach(path.child('name'), name, nameIsDnsSubdomain(name, false));
  if (!namespace) errors.required(path.child('namespace'));
  else errors.invalidEach(path.child('namespace'), namespace, dnsLabelComplaints(namespace));
}
