import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validateCsiDriverName } from '../pod/csi-source';
import { validateTemplateMeta } from '../template-metadata';
import type { Validator } from '../validator';
import { type DeviceConfiguration, validateConfiguration } from './device-configuration';
import { type DeviceRequest, validateRequest } from './device-request';
import { MAX_CONFIGURATIONS, MAX_CONSTRAINTS, MAX_REQUESTS, validateItems, validateUnique } from './items';
import { placeOfTwin } from './twins';

interface ClaimSpec {
  readonly devices?: {
    readonly requests?: readonly DeviceRequest[];
    readonly constraints?: readonly Constraint[];
    readonly config?: readonly ClaimConfiguration[];
  };
}

interface Constraint {
  readonly requests?: readonly string[];
  readonly matchAttribute?: string;
  readonly distinctAttribute?: string;
}

interface ClaimConfiguration extends DeviceConfiguration {
  readonly requests?: readonly string[];
}

const SPEC = FieldPath.of('spec');
const MAX_IDENTIFIER = 32;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Judges a ResourceClaim.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#resourceclaims-templates
 */
export const validateResourceClaim: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  validateClaimSpec((object.spec ?? {}) as ClaimSpec, SPEC, errors);
};

/** Judges a ResourceClaimTemplate. */
export const validateResourceClaimTemplate: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { metadata, spec = {} } = (object.spec ?? {}) as { metadata?: Data; spec?: ClaimSpec };
  if (metadata !== undefined) validateTemplateMeta(metadata, SPEC.child('metadata'), errors);
  validateClaimSpec(spec, SPEC.child('spec'), errors);
};

function validateClaimSpec({ devices = {} }: ClaimSpec, path: FieldPath, errors: FieldErrors): void {
  const { requests = [], constraints = [], config = [] } = devices;
  const names = namesOf(requests);
  const at = path.child('devices');
  const list = at.child('requests');
  validateItems(requests, MAX_REQUESTS, list, errors, (request, place) =>
    validateRequest(request, place, errors),
  );
  if (requests.length <= MAX_REQUESTS) {
    validateUnique(requests, ({ name = '' }) => name, placeOfTwin(list, errors.version, 'name'), errors);
  }
  validateItems(constraints, MAX_CONSTRAINTS, at.child('constraints'), errors, (constraint, place) => {
    validateNames(constraint.requests ?? [], names, place.child('requests'), errors);
    validateConstraint(constraint, place, errors);
  });
  validateItems(config, MAX_CONFIGURATIONS, at.child('config'), errors, (one, place) => {
    validateNames(one.requests ?? [], names, place.child('requests'), errors);
    validateConfiguration(one, place, errors);
  });
}

/** How the requests of a claim may be named: one of several choices as `request/choice`. */
function namesOf(requests: readonly DeviceRequest[]): ReadonlySet<string> {
  return new Set(
    requests.flatMap(({ name = '', firstAvailable = [] }) => [
      name,
      ...firstAvailable.map(choice => `${name}/${choice.name ?? ''}`),
    ]),
  );
}

function validateNames(
  names: readonly string[],
  known: ReadonlySet<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateItems(names, MAX_REQUESTS, path, errors, (name, at) => {
    const parts = name.split('/');
    if (parts.length <= 2) {
      for (const part of parts) errors.invalidEach(at, name, dnsLabelComplaints(part));
    }
    if (!known.has(name)) errors.invalid(at, name, 'must be a request of the claim, or one of its choices');
  });
  if (names.length <= MAX_REQUESTS)
    validateUnique(
      names,
      name => name,
      index => path.index(index),
      errors,
    );
}

function validateConstraint(
  { matchAttribute, distinctAttribute }: Constraint,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (matchAttribute !== undefined) validateAttribute(matchAttribute, path.child('matchAttribute'), errors);
  else if (distinctAttribute !== undefined) {
    validateAttribute(distinctAttribute, path.child('distinctAttribute'), errors);
  } else if (isBefore(errors.version, '1.36')) errors.required(path.child('matchAttribute'));
  else errors.required(path, 'must have one of matchAttribute and distinctAttribute');
}

/** The name of an attribute with its domain, such as `example.com/model`. */
function validateAttribute(name: string, path: FieldPath, errors: FieldErrors): void {
  const [domain = '', identifier, ...more] = name.split('/');
  if (identifier === undefined) {
    validateIdentifier(domain, path, errors);
    errors.invalid(path, name, 'must have a domain, such as example.com/model');
  } else if (more.length === 0) {
    if (domain === '') errors.invalid(path, name, 'must have a domain before the slash');
    else validateCsiDriverName(domain, path, errors);
    if (identifier === '') errors.invalid(path, name, 'must have a name behind the slash');
    else validateIdentifier(identifier, path, errors);
  }
}

function validateIdentifier(text: string, path: FieldPath, errors: FieldErrors): void {
  if (text.length > MAX_IDENTIFIER) errors.tooLong(path, text, MAX_IDENTIFIER);
  if (!IDENTIFIER.test(text))
    errors.invalid(path, text, 'must be of letters, digits and _, and begin with no digit');
}
