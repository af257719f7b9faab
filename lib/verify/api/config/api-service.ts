import {
  dns1035LabelComplaints,
  dnsSubdomainComplaints,
  portNumberComplaints,
} from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type NameRule, nameIsPathSegment, validateGenericMeta } from '../metadata';
import type { Validator } from '../validator';

interface ApiServiceSpec {
  readonly group?: string;
  readonly version?: string;
  readonly groupPriorityMinimum?: number;
  readonly versionPriority?: number;
  readonly caBundle?: string;
  readonly insecureSkipTLSVerify?: boolean;
  readonly service?: { readonly name?: string; readonly namespace?: string; readonly port?: number };
}

const SPEC = FieldPath.of('spec');
const GROUP_PRIORITY_MAX = 20_000;
const VERSION_PRIORITY_MAX = 1000;

/**
 * Judges an APIService, whose name is its version, a dot and its group.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/
 */
export const validateApiService: Validator = (object, errors) => {
  const spec = (object.spec ?? {}) as ApiServiceSpec;
  const { group = '', version = '', groupPriorityMinimum = 0, versionPriority = 0 } = spec;
  validateGenericMeta(object, nameOf(version, group), errors);
  if (group !== '') errors.invalidEach(SPEC.child('group'), group, dnsSubdomainComplaints(group));
  else if (version !== 'v1') errors.required(SPEC.child('group'), "is required but for the core group's v1");
  errors.invalidEach(SPEC.child('version'), version, dns1035LabelComplaints(version));
  validatePriority('groupPriorityMinimum', groupPriorityMinimum, GROUP_PRIORITY_MAX, errors);
  validatePriority('versionPriority', versionPriority, VERSION_PRIORITY_MAX, errors);
  validateTarget(spec, errors);
};

function nameOf(version: string, group: string): NameRule {
  const wanted = `${version}.${group}`;
  return (name, prefix) => {
    const complaints = nameIsPathSegment(name, prefix);
    return complaints.length > 0 || name === wanted ? complaints : [`must be '${wanted}'`];
  };
}

function validatePriority(field: string, value: number, max: number, errors: FieldErrors): void {
  if (value <= 0 || value > max) errors.invalid(SPEC.child(field), value, `must be from 1 to ${max}`);
}

function validateTarget(
  { service, caBundle, insecureSkipTLSVerify }: ApiServiceSpec,
  errors: FieldErrors,
): void {
  if (service === undefined) {
    if (caBundle) errors.invalid(SPEC.child('caBundle'), undefined, 'is for an API behind a service');
    if (insecureSkipTLSVerify) {
      errors.invalid(SPEC.child('insecureSkipTLSVerify'), true, 'is for an API behind a service');
    }
    return;
  }
  const path = SPEC.child('service');
  const { name, namespace, port = 443 } = service;
  if (!namespace) errors.required(path.child('namespace'));
  if (!name) errors.required(path.child('name'));
  errors.invalidEach(path.child('port'), port, portNumberComplaints(port));
  if (insecureSkipTLSVerify && caBundle) {
    errors.invalid(SPEC.child('insecureSkipTLSVerify'), true, 'must not be true beside a caBundle');
  }
}
