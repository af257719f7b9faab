import type { Level } from './finding';

/** What findings of one id have in common, in words. */
export interface RuleText {
  readonly level: Level;
  /** Its level with `closed`. @default its level */
  readonly closedLevel?: Level;
  /** The kinds that it is about. @default every kind */
  readonly kinds?: readonly string[];
  /** What it finds, in one line. */
  readonly summary: string;
  /** What happens because of it. */
  readonly why: string;
  readonly fix: string;
  /** Where it is documented. */
  readonly see: string;
}

const API_CONCEPTS = 'https://kubernetes.io/docs/reference/using-api/api-concepts/';
const VALIDATION = `${API_CONCEPTS}#validation-for-unrecognized-or-duplicate-fields`;
const ADMISSION = 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/';
const DEPRECATIONS = 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/';

/** What the API server says, in words: each id that a finding has which is no rule of the `rules` folder. */
export const VERDICT_TEXTS = {
  api: {
    level: 'rejected',
    summary: "the API server's own validation refuses the value of a field",
    why: 'the server answers with 422 Invalid, and nothing of the object is stored',
    fix: 'write a value that the field may have',
    see: API_CONCEPTS,
  },
  'disabled-api': {
    level: 'risky',
    summary: 'an API version is served only by servers that were told to serve it',
    why: 'alpha and beta versions are off by default: most servers do not know the kind',
    fix: 'use a stable version of the kind, or enable this one with --runtime-config',
    see: 'https://kubernetes.io/docs/reference/using-api/#enabling-or-disabling',
  },
  'gated-field': {
    level: 'risky',
    summary: 'a field belongs to a feature that is off by default',
    why: 'the server drops the field without a word; where that changes what the object does, the finding is broken',
    fix: 'do without the field, or turn its feature gate on',
    see: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
  },
  'later-api': {
    level: 'rejected',
    summary: 'an API version is not served yet',
    why: 'a later version of Kubernetes began to serve it',
    fix: 'use the version that this Kubernetes serves',
    see: DEPRECATIONS,
  },
  'limit-range': {
    level: 'rejected',
    summary: 'a LimitRange of the input refuses a pod or a claim',
    why: 'admission refuses the object; pods of a workload are refused for ever, which is broken',
    fix: 'bring requests and limits into the range',
    see: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
  },
  'missing-kind': {
    level: 'rejected',
    summary: 'a document does not say its kind or API version',
    why: 'nobody can tell what it is',
    fix: 'write apiVersion and kind',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  },
  'not-an-object': {
    level: 'rejected',
    summary: 'a document, or an item of a list, is no object',
    why: 'the API server takes objects with apiVersion and kind alone',
    fix: 'drop it, or write the object',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  },
  'not-verified': {
    level: 'risky',
    summary: 'an object could not be judged in full',
    why: 'its definition is not at hand, or the verifier failed on it',
    fix: 'give the CustomResourceDefinition, or report the fault',
    see: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/',
  },
  'pod-security': {
    level: 'rejected',
    summary: 'the Pod Security level of its namespace refuses a pod',
    why: 'admission refuses the pod; a workload is taken, and its pods are refused for ever, which is broken',
    fix: 'bring the pod to the level, or lower the level of the namespace',
    see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  },
  'priority-class': {
    level: 'rejected',
    summary: 'the priority of a pod, or a second default class, does not fit the classes of the input',
    why: 'admission refuses the object; pods of a workload are refused for ever, which is broken',
    fix: 'name the class, and leave the number to it',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  },
  'removed-api': {
    level: 'rejected',
    summary: 'an API version is no longer served',
    why: 'Kubernetes removed it, and the server does not know the kind in it',
    fix: 'move to the version that took its place',
    see: DEPRECATIONS,
  },
  'resource-quota': {
    level: 'rejected',
    summary: 'a ResourceQuota of the input refuses an object',
    why: 'admission refuses what goes beyond the quota, and pods without the requests that it counts',
    fix: 'raise the quota, or ask for less',
    see: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  },
  'service-account': {
    level: 'rejected',
    summary: 'a pod uses a Secret that its ServiceAccount does not let it use',
    why: 'admission refuses the pod where the account enforces its list of Secrets',
    fix: 'add the Secret to the account',
    see: ADMISSION,
  },
  'too-deep': {
    level: 'rejected',
    summary: 'a value is nested too deep to be judged',
    why: 'no object of Kubernetes is that deep, and the server has a bound of its own',
    fix: 'look for what contains itself',
    see: API_CONCEPTS,
  },
  'too-large': {
    level: 'rejected',
    summary: 'an object has too many values to be judged',
    why: 'the server takes no object of more than 3 MiB',
    fix: 'split the object',
    see: API_CONCEPTS,
  },
  'unknown-field': {
    level: 'rejected',
    summary: 'a field is none of its type',
    why: 'with strict validation, as kubectl asks for it, the server refuses the object; without, it drops the field',
    fix: 'correct the name, or drop the field',
    see: VALIDATION,
  },
  'unknown-kind': {
    level: 'rejected',
    summary: 'a kind is none of its API version',
    why: 'the server has no resource of this kind',
    fix: 'correct the kind or the API version',
    see: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#standard-api-terminology',
  },
  update: {
    level: 'rejected',
    summary: 'an update changes what may not be changed',
    why: 'the server answers with 422 Invalid, and the stored object stays as it was',
    fix: 'leave the field as it is, or replace the object',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/object-management/',
  },
  'wrong-format': {
    level: 'rejected',
    summary: 'a text is not in the format of its field',
    why: 'the server cannot decode the object',
    fix: 'write it as its format wants it, such as a quantity, a time or base64',
    see: API_CONCEPTS,
  },
  'wrong-type': {
    level: 'rejected',
    summary: 'a value is not of the type of its field',
    why: 'the server cannot decode the object',
    fix: 'write a value of that type; quotes make text of a number',
    see: API_CONCEPTS,
  },
} as const satisfies Record<string, RuleText>;
