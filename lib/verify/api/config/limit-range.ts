import { qualifiedNameComplaints } from '../../../kubernetes/label-format';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { effectiveName, metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import {
  allowsOvercommit,
  millisOf,
  type QuantityValue,
  type ResourceList,
  validateContainerResourceName,
  validateResourceName,
} from '../quantities';
import type { Validator } from '../validator';

interface LimitRangeItem {
  readonly type?: string;
  readonly max?: ResourceList;
  readonly min?: ResourceList;
  readonly default?: ResourceList;
  readonly defaultRequest?: ResourceList;
  readonly maxLimitRequestRatio?: ResourceList;
}

interface LimitRange {
  readonly spec?: { readonly limits?: readonly LimitRangeItem[] };
}

const LIMITS = FieldPath.of('spec', 'limits');
const TYPES: ReadonlySet<string> = new Set(['Pod', 'Container', 'PersistentVolumeClaim']);
const LISTS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
const NONE: ResourceList = {};
const ONE = 1000n;

/**
 * Judges a LimitRange. In an item of type Container, `max` is the default limit, the default limit the default
 * request, and else `min` is. It needs no name: the server gives it one.
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export const validateLimitRange: Validator = (object, errors) => {
  validateObjectMeta(named(object), nameIsDnsSubdomain, errors);
  const seen = new Set<string>();
  for (const [index, item] of (object as LimitRange).spec?.limits?.entries() ?? []) {
    const { type = '' } = item;
    const path = LIMITS.index(index);
    validateType(type, path.child('type'), errors);
    if (seen.has(type)) errors.duplicate(path.child('type'), type, 'has an item already');
    seen.add(type);
    validateItem(type === 'Container' ? withDefaults(item) : item, type, path, errors);
  }
};

function named(object: Data): Data {
  const meta = metadataOf(object);
  return effectiveName(meta) === '' ? { ...object, metadata: { ...meta, name: 'unnamed' } } : object;
}

function validateType(type: string, path: FieldPath, errors: FieldErrors): void {
  if (TYPES.has(type)) return;
  const complaints = qualifiedNameComplaints(type);
  errors.invalidEach(path, type, complaints);
  if (complaints.length === 0 && !type.includes('/')) {
    errors.invalid(path, type, 'must be Pod, Container, PersistentVolumeClaim, or bear a domain');
  }
}

function withDefaults(item: LimitRangeItem): LimitRangeItem {
  const limits = { ...item.max, ...item.default };
  return { ...item, default: limits, defaultRequest: { ...item.min, ...limits, ...item.defaultRequest } };
}

function validateItem(item: LimitRangeItem, type: string, path: FieldPath, errors: FieldErrors): void {
  const validateName =
    type === 'Pod' || type === 'Container' ? validateContainerResourceName : validateResourceName;
  const names = new Set<string>();
  for (const list of LISTS) {
    const values = item[list] ?? NONE;
    if (type === 'Pod' && (list === 'default' || list === 'defaultRequest')) {
      if (Object.keys(values).length > 0) errors.forbidden(path.child(list), 'cannot be set for type Pod');
      continue;
    }
    for (const name in values) {
      validateName(name, path.child(list).key(name), errors);
      names.add(name);
    }
  }
  if (
    type === 'PersistentVolumeClaim' &&
    item.min?.storage === undefined &&
    item.max?.storage === undefined
  ) {
    errors.required(path.child('limits'), 'must have a min or a max of storage');
  }
  for (const name of names) validateAmounts(name, item, type, path, errors);
}

function validateAmounts(
  name: string,
  item: LimitRangeItem,
  type: string,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const min = amountOf(item.min, name);
  const max = amountOf(item.max, name);
  const limit = type === 'Pod' ? undefined : amountOf(item.default, name);
  const request = type === 'Pod' ? undefined : amountOf(item.defaultRequest, name);
  const at = (list: (typeof LISTS)[number], message: string) =>
    errors.invalid(path.child(list).key(name), item[list]?.[name], message);
  if (isMore(min, max)) at('min', 'must not be more than max');
  if (isMore(min, request)) at('defaultRequest', 'must not be less than min');
  if (isMore(request, max)) at('defaultRequest', 'must not be more than max');
  if (isMore(request, limit)) at('defaultRequest', 'must not be more than the default limit');
  if (isMore(min, limit)) at('default', 'must not be less than min');
  if (isMore(limit, max)) at('default', 'must not be more than max');
  if (limit !== undefined && request !== undefined && limit !== request && !allowsOvercommit(name)) {
    at('defaultRequest', 'must equal the default limit, as the resource cannot be overcommitted');
  }
  const ratio = amountOf(item.maxLimitRequestRatio, name);
  if (ratio === undefined) return;
  if (ratio < ONE) at('maxLimitRequestRatio', 'must be at least 1');
  if (min !== undefined && max !== undefined && Number(ratio) / Number(ONE) > Number(max) / Number(min)) {
    at('maxLimitRequestRatio', 'must not be more than max divided by min');
  }
}

function amountOf(list: ResourceList | undefined, name: string): bigint | undefined {
  const value: QuantityValue | undefined =
    list !== undefined && Object.hasOwn(list, name) ? list[name] : undefined;
  return millisOf(value);
}

function isMore(a: bigint | undefined, b: bigint | undefined): boolean {
  return a !== undefined && b !== undefined && a > b;
}
