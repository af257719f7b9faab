import { isDeepStrictEqual } from 'node:util';
import { dns1035LabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateGenericMeta } from '../metadata';
import type { Validator, ValidatorKey } from '../validator';
import { type DefinitionNames, validateNames } from './definition-names';
import { type DefinitionVersion, validateVersion } from './definition-version';

/** A CustomResourceDefinition, as far as it is judged. */
export interface Definition {
  readonly spec?: {
    readonly group?: string;
    readonly scope?: string;
    readonly names?: DefinitionNames;
    readonly versions?: readonly DefinitionVersion[];
    readonly conversion?: Conversion;
    readonly preserveUnknownFields?: boolean;
  };
}

interface Conversion {
  readonly strategy?: string;
  readonly webhook?: {
    readonly clientConfig?: {
      readonly url?: string;
      readonly service?: { readonly name?: string; readonly namespace?: string };
    };
    readonly conversionReviewVersions?: readonly string[];
  };
}

const SPEC = FieldPath.of('spec');
const SCOPES = ['Cluster', 'Namespaced'];
const STRATEGIES = ['None', 'Webhook'];

/** The annotation of a definition that says where its API was approved, and the groups that need it. */
const APPROVAL = 'api-approved.kubernetes.io';
const PROTECTED_GROUP = /(^|\.)(k8s|kubernetes)\.io$/;

/** What a version may have of its own, and what stands above all versions where they agree on it. */
const SHARED = {
  schema: 'validation',
  subresources: 'subresources',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;

/** @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/ */
export const validateDefinition: Validator = (object, errors) => {
  validateGenericMeta(object, nameIsDnsSubdomain, errors);
  const { spec = {} } = object as Definition;
  const { name = '' } = metadataOf(object);
  if (name !== '' && name !== `${spec.names?.plural ?? ''}.${spec.group ?? ''}`) {
    errors.invalid(FieldPath.of('metadata', 'name'), name, 'must be the plural name, a dot and the group');
  }
  validateGroup(spec.group ?? '', errors);
  validateApproval(spec.group ?? '', metadataOf(object).annotations?.[APPROVAL], errors);
  if (!spec.scope) errors.required(SPEC.child('scope'));
  else if (!SCOPES.includes(spec.scope)) errors.notSupported(SPEC.child('scope'), spec.scope, SCOPES);
  validateNames(spec.names ?? {}, SPEC.child('names'), errors);
  validateVersions(spec.versions ?? [], errors);
  if (spec.conversion) validateConversion(spec.conversion, errors);
  if (spec.preserveUnknownFields === true) {
    errors.invalid(
      SPEC.child('preserveUnknownFields'),
      true,
      'must be false: keep fields in the schemas instead',
    );
  }
};

/** The validators of this folder. */
export const CUSTOM_RESOURCE_VALIDATORS: readonly (readonly [ValidatorKey, Validator])[] = [
  ['apiextensions.k8s.io/CustomResourceDefinition', validateDefinition],
];

/** Definitions of groups of Kubernetes itself say where they were approved, or that they were not. */
function validateApproval(group: string, approval: unknown, errors: FieldErrors): void {
  if (!PROTECTED_GROUP.test(group)) return;
  const path = FieldPath.of('metadata', 'annotations').key(APPROVAL);
  const allowed = "must be the address of the approval, or text that begins with 'unapproved'";
  if (!approval) errors.required(path, `groups of Kubernetes need it: ${allowed}`);
  else if (!String(approval).startsWith('unapproved') && !isAbsoluteUrl(String(approval))) {
    errors.invalid(path, approval, allowed);
  }
}

function isAbsoluteUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/\s]/i.test(text);
}

function validateGroup(group: string, errors: FieldErrors): void {
  const path = SPEC.child('group');
  if (group === '') {
    errors.required(path);
    return;
  }
  const complaints = dnsSubdomainComplaints(group);
  if (complaints.length > 0) errors.invalidEach(path, group, complaints);
  else if (!group.includes('.')) errors.invalid(path, group, 'must be a domain with at least one dot');
}

function validateVersions(versions: readonly DefinitionVersion[], errors: FieldErrors): void {
  const path = SPEC.child('versions');
  for (const [index, version] of versions.entries()) {
    const own = path.index(index);
    const at = (field: keyof typeof SHARED) =>
      agreed(versions, field) ? SPEC.child(SHARED[field]) : own.child(field);
    errors.invalidEach(
      own.child('name'),
      version.name,
      dns1035LabelComplaints(version.name ?? '').slice(0, 1),
    );
    if (!version.schema?.openAPIV3Schema) errors.required(own.child('schema', 'openAPIV3Schema'));
    if (version.deprecationWarning !== undefined && !version.deprecated) {
      errors.invalid(
        own.child('deprecationWarning'),
        version.deprecationWarning,
        'can only be set for deprecated versions',
      );
    }
    // What all versions agree on is judged once.
    validateVersion(
      version,
      field => (index === 0 || !agreed(versions, field) ? at(field) : undefined),
      errors,
    );
  }
  const [first] = versions;
  if (first?.name)
    errors.invalidEach(SPEC.child('version'), first.name, dns1035LabelComplaints(first.name).slice(0, 1));
  if (new Set(versions.map(({ name }) => name)).size < versions.length) {
    errors.invalid(path, undefined, 'must have names that differ');
  }
  const stored = versions.filter(({ storage }) => storage === true).length;
  if (stored !== 1) {
    errors.invalid(path, undefined, 'must have exactly one version that is stored');
    const message = stored === 0 ? 'must have at least one version' : 'must not name a version twice';
    errors.invalid(FieldPath.of('status', 'storedVersions'), undefined, message);
  }
}

function agreed(versions: readonly DefinitionVersion[], field: keyof typeof SHARED): boolean {
  return versions.every(version => isDeepStrictEqual(version[field], versions[0]?.[field]));
}

function validateConversion({ strategy = '', webhook }: Conversion, errors: FieldErrors): void {
  const path = SPEC.child('conversion');
  if (strategy === '') errors.required(path.child('strategy'), `must be one of ${STRATEGIES.join(', ')}`);
  else if (!STRATEGIES.includes(strategy)) {
    errors.notSupported(path.child('strategy'), strategy, STRATEGIES);
  }
  if (strategy !== 'Webhook') {
    if (webhook) errors.forbidden(path.child('webhook'), "may only be set where the strategy is 'Webhook'");
    return;
  }
  const config = webhook?.clientConfig;
  const client = path.child('webhookClientConfig');
  if (!config) errors.required(client);
  else if ((config.url === undefined) === (config.service === undefined)) {
    errors.required(client, 'must have exactly one of url and service');
  } else if (config.service) {
    if (!config.service.name) errors.required(client.child('service', 'name'));
    if (!config.service.namespace) errors.required(client.child('service', 'namespace'));
  }
  const reviews = webhook?.conversionReviewVersions ?? [];
  if (reviews.length === 0) errors.required(path.child('conversionReviewVersions'));
  else if (!reviews.includes('v1') && !reviews.includes('v1beta1')) {
    errors.invalid(path.child('conversionReviewVersions'), reviews, 'must hold v1 or v1beta1');
  }
}
