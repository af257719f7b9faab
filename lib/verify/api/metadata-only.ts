import { apiKind } from '../../kubernetes/api-kinds';
import { configKeyComplaints } from './config/config-key';
import {
  type NameRule,
  nameIsDnsSubdomain,
  nameIsPathSegment,
  validateGenericMeta,
  validateObjectMeta,
} from './metadata';
import type { Validator, ValidatorKey } from './validator';

/** The rules of kinds whose names are no DNS subdomains. */
const NAME_RULES: ReadonlyMap<ValidatorKey, NameRule> = new Map<ValidatorKey, NameRule>([
  ['/Event', nameIsPathSegment],
  ['certificates.k8s.io/ClusterTrustBundle', nameIsPathSegment],
  ['coordination.k8s.io/LeaseCandidate', configKeyComplaints],
  ['events.k8s.io/Event', nameIsPathSegment],
  ['internal.apiserver.k8s.io/StorageVersion', nameIsPathSegment],
]);

/** Groups and kinds of what the server answers and never stores: it needs no name. */
const UNSTORED_GROUPS: ReadonlySet<string> = new Set(['authentication.k8s.io', 'authorization.k8s.io']);
const UNSTORED_KINDS: ReadonlySet<ValidatorKey> = new Set<ValidatorKey>([
  '/Binding',
  '/ComponentStatus',
  'autoscaling/Scale',
  'policy/Eviction',
]);

/** Groups whose kinds take any finalizer that is a qualified name. */
const LENIENT_GROUPS: ReadonlySet<string> = new Set(['coordination.k8s.io']);

/**
 * Judges the metadata of an object of a kind that has no validator of its own: built-in ones that nobody has written
 * yet, and custom resources.
 */
export const validateMetadataOnly: Validator = (object, errors) => {
  const apiVersion = typeof object.apiVersion === 'string' ? object.apiVersion : '';
  const kind = typeof object.kind === 'string' ? object.kind : '';
  const builtIn = apiKind(apiVersion, kind);
  if (builtIn === undefined) {
    validateGenericMeta(object, nameIsDnsSubdomain, errors);
    return;
  }
  const key: ValidatorKey = `${builtIn.group}/${kind}`;
  if (UNSTORED_GROUPS.has(builtIn.group) || UNSTORED_KINDS.has(key)) return;
  const rule = NAME_RULES.get(key) ?? nameIsDnsSubdomain;
  if (LENIENT_GROUPS.has(builtIn.group)) validateGenericMeta(object, rule, errors);
  else validateObjectMeta(object, rule, errors);
};
