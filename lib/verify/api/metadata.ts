import { apiKind } from '../../kubernetes/api-kinds';
import {
  dns1035LabelComplaints,
  dnsLabelComplaints,
  dnsSubdomainComplaints,
} from '../../kubernetes/dns-format';
import { qualifiedNameComplaints } from '../../kubernetes/label-format';
import { FieldPath } from '../field-path';
import type { Data } from '../manifest';
import type { FieldErrors } from './field-errors';
import { type StringMap, validateAnnotations, validateLabelField } from './labels';
import { type OwnerReference, validateOwnerReferences } from './owner-references';

/**
 * What is wrong with the name of an object of some kind; `prefix` says that it is a `generateName`, to which the
 * server adds five letters and digits.
 */
export type NameRule = (name: string, prefix: boolean) => readonly string[];

/** The fields of an object's metadata that are judged. */
export interface ObjectMeta {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly generation?: number;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly OwnerReference[];
}

const METADATA = FieldPath.of('metadata');
const NO_METADATA: ObjectMeta = {};
const NO_COMPLAINTS: readonly string[] = [];

/** How much of a `generateName` the server keeps. */
const GENERATED_BASE_MAX = 58;

/** Finalizers without a domain that the server knows. */
const STANDARD_FINALIZERS: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** Names that a path of the API cannot hold. */
const RESERVED_SEGMENTS: ReadonlySet<string> = new Set(['.', '..']);

/** The rule of most kinds: a DNS subdomain. */
export const nameIsDnsSubdomain: NameRule = (name, prefix) =>
  dnsSubdomainComplaints(prefix ? withoutTrailingHyphen(name) : name);

/** A DNS label of RFC 1123. */
export const nameIsDnsLabel: NameRule = (name, prefix) =>
  dnsLabelComplaints(prefix ? withoutTrailingHyphen(name) : name);

/** A DNS label of RFC 1035, which begins with a letter. */
export const nameIsDns1035Label: NameRule = (name, prefix) =>
  dns1035LabelComplaints(prefix ? withoutTrailingHyphen(name) : name);

/** What fits into a path of the API: the rule of the kinds of RBAC, and the least that any kind asks for. */
export const nameIsPathSegment: NameRule = (name, prefix) => {
  if (!name.includes('/') && !name.includes('%') && !RESERVED_SEGMENTS.has(name)) return NO_COMPLAINTS;
  const found: string[] = [];
  if (!prefix && RESERVED_SEGMENTS.has(name)) found.push("must not be '.' or '..'");
  if (name.includes('/')) found.push("must not hold '/'");
  if (name.includes('%')) found.push("must not hold '%'");
  return found;
};

/** The metadata of an object; that of an object without any is empty. */
export function metadataOf(object: Data): ObjectMeta {
  return (object.metadata as ObjectMeta | undefined) ?? NO_METADATA;
}

/** The name that the server gives an object: its own, else one like those that it generates; empty without both. */
export function effectiveName(meta: ObjectMeta): string {
  if (meta.name) return meta.name;
  return meta.generateName ? `${meta.generateName.slice(0, GENERATED_BASE_MAX)}x7x7x` : '';
}

/** Whether a finalizer has a domain, or is one of Kubernetes' own. */
export function isStandardFinalizer(finalizer: string): boolean {
  return finalizer.includes('/') || STANDARD_FINALIZERS.has(finalizer);
}

/**
 * Judges an object's metadata as most kinds do: as `validateGenericMeta`, and a finalizer without a domain must be
 * one of Kubernetes' own.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function validateObjectMeta(
  object: Data,
  name: NameRule,
  errors: FieldErrors,
  path: FieldPath = METADATA,
): void {
  validateGenericMeta(object, name, errors, path);
  const { finalizers } = metadataOf(object);
  if (finalizers === undefined) return;
  for (const [index, finalizer] of finalizers.entries()) {
    if (isStandardFinalizer(finalizer)) continue;
    errors.invalid(
      path.child('finalizers').index(index),
      finalizer,
      `must have a domain, such as 'example.com/${finalizer || 'cleanup'}', or be one of Kubernetes' own`,
    );
  }
}

/**
 * Judges an object's metadata as the server does for every kind. This alone is what custom resources,
 * CustomResourceDefinitions, admission policies, webhook configurations and Leases meet.
 */
export function validateGenericMeta(
  object: Data,
  name: NameRule,
  errors: FieldErrors,
  path: FieldPath = METADATA,
): void {
  const meta = metadataOf(object);
  validateName(meta, name, errors, path);
  const { namespace, labels, annotations } = meta;
  if (namespace) {
    const complaints = dnsLabelComplaints(namespace);
    if (complaints.length > 0 && isNamespaced(object)) {
      errors.invalidEach(path.child('namespace'), namespace, complaints);
    }
  }
  validateLabelField(path, 'labels', labels, errors);
  if (annotations !== undefined) validateAnnotations(annotations, path.child('annotations'), errors);
  if (meta.finalizers !== undefined) validateFinalizers(meta.finalizers, path.child('finalizers'), errors);
  if (meta.ownerReferences !== undefined) {
    validateOwnerReferences(meta.ownerReferences, path.child('ownerReferences'), errors);
  }
}

function validateName(meta: ObjectMeta, rule: NameRule, errors: FieldErrors, path: FieldPath): void {
  const { generateName } = meta;
  if (generateName) errors.invalidField(path, 'generateName', generateName, rule(generateName, true));
  const name = effectiveName(meta);
  if (name === '') errors.required(path.child('name'), 'or generateName is required');
  else errors.invalidField(path, 'name', name, rule(name, false));
}

function validateFinalizers(finalizers: readonly string[], path: FieldPath, errors: FieldErrors): void {
  for (const finalizer of finalizers) errors.invalidEach(path, finalizer, qualifiedNameComplaints(finalizer));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    errors.invalid(path, finalizers, "must not hold both 'orphan' and 'foregroundDeletion'");
  }
}

/** The server drops the namespace of an object of the cluster without a word. */
function isNamespaced({ apiVersion, kind }: Data): boolean {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return true;
  return apiKind(apiVersion, kind)?.namespaced ?? true;
}

/** What the server adds to a prefix may end in a hyphen: it is judged as if it ended in a letter. */
function withoutTrailingHyphen(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}
