import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { type FlowSubject, validateFlowSubject } from './flow-subject';
import { urlPathComplaint } from './url-path';

/** Requests of subjects that a FlowSchema is for. */
export interface FlowRule {
  readonly subjects?: readonly FlowSubject[];
  readonly resourceRules?: readonly ResourceRule[];
  readonly nonResourceRules?: readonly UrlRule[];
}

interface ResourceRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly clusterScope?: boolean;
}

interface UrlRule {
  readonly verbs?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

const ALL = '*';
const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];

/** Judges a rule of a FlowSchema: whose requests it is for, and which. */
export function validateFlowRule(rule: FlowRule, path: FieldPath, errors: FieldErrors): void {
  const { subjects = [], resourceRules = [], nonResourceRules = [] } = rule;
  if (subjects.length === 0) errors.required(path.child('subjects'));
  for (const [index, subject] of subjects.entries()) {
    validateFlowSubject(subject, path.child('subjects').index(index), errors);
  }
  if (resourceRules.length === 0 && nonResourceRules.length === 0) {
    errors.required(path, 'must have resourceRules or nonResourceRules');
  }
  for (const [index, resources] of resourceRules.entries()) {
    validateResources(resources, path.child('resourceRules').index(index), errors);
  }
  for (const [index, urls] of nonResourceRules.entries()) {
    validateUrls(urls, path.child('nonResourceRules').index(index), errors);
  }
}

function validateResources(rule: ResourceRule, path: FieldPath, errors: FieldErrors): void {
  const { apiGroups = [], resources = [], namespaces = [] } = rule;
  validateVerbs(rule.verbs ?? [], path.child('verbs'), errors);
  if (apiGroups.length === 0) errors.required(path.child('apiGroups'));
  else isAll(apiGroups, path.child('apiGroups'), errors);
  if (resources.length === 0) errors.required(path.child('resources'));
  else isAll(resources, path.child('resources'), errors);
  const at = path.child('namespaces');
  if (namespaces.length === 0 && !rule.clusterScope) {
    errors.required(at, 'is required, unless clusterScope is true');
  } else if (!isAll(namespaces, at, errors)) {
    for (const [index, namespace] of namespaces.entries()) {
      errors.invalidEach(at.index(index), namespace, dnsLabelComplaints(namespace));
    }
  }
}

function validateUrls(
  { verbs = [], nonResourceURLs = [] }: UrlRule,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateVerbs(verbs, path.child('verbs'), errors);
  const at = path.child('nonResourceURLs');
  if (nonResourceURLs.length === 0) errors.required(at);
  else if (!isAll(nonResourceURLs, at, errors)) {
    for (const [index, url] of nonResourceURLs.entries()) {
      const complaint = urlPathComplaint(url);
      if (complaint) errors.invalid(at.index(index), url, complaint);
    }
  }
}

function validateVerbs(verbs: readonly string[], path: FieldPath, errors: FieldErrors): void {
  if (verbs.length === 0) errors.required(path);
  else if (!isAll(verbs, path, errors) && !verbs.every(verb => VERBS.includes(verb))) {
    errors.notSupported(path, verbs, [ALL, ...VERBS]);
  }
}

/** Whether a list means all there is; then it says nothing else. */
function isAll(values: readonly string[], path: FieldPath, errors: FieldErrors): boolean {
  if (!values.includes(ALL)) return false;
  if (values.length > 1) errors.invalid(path, values, `must hold nothing beside '${ALL}'`);
  return true;
}
