import { DNS_LABEL_MAX, DNS_SUBDOMAIN_MAX } from './dns-format';

/**
 * How long names may be, given what Kubernetes derives from them. A name over its budget is accepted by the API
 * server, and then its pods, jobs or claims cannot be created.
 */
export interface NameBudget {
  /** Most characters that the name may have. */
  readonly max: number;
  /** What is derived from the name, and takes the rest. */
  readonly because: string;
}

/**
 * The budget of a StatefulSet's name: pods bear the label `controller-revision-hash`, whose value is the name, a
 * hyphen and a hash of up to ten characters; and every pod's name is its host name, a DNS label.
 *
 * @param highestOrdinal the highest ordinal that a pod of the set may get.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-identity
 */
export function statefulSetNameBudget(highestOrdinal: number): NameBudget {
  const revisionHash = 1 + 10;
  const ordinal = 1 + String(Math.max(0, highestOrdinal)).length;
  return revisionHash >= ordinal
    ? {
        max: DNS_LABEL_MAX - revisionHash,
        because: `the pods' revision hash label adds ${revisionHash} characters`,
      }
    : { max: DNS_LABEL_MAX - ordinal, because: `the pods' names add ${ordinal} characters` };
}

/**
 * The budget of a claim template's name: the claim of each replica is called template, hyphen, set, hyphen,
 * ordinal; and the template's name is the name of a pod volume too, a DNS label.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage
 */
export function claimTemplateNameBudget(statefulSetName: string, highestOrdinal: number): NameBudget {
  const suffix = `-${statefulSetName}-${Math.max(0, highestOrdinal)}`.length;
  const left = DNS_SUBDOMAIN_MAX - suffix;
  return left < DNS_LABEL_MAX
    ? { max: left, because: `the claims' names add ${suffix} characters` }
    : { max: DNS_LABEL_MAX, because: 'it names a volume of the pod' };
}

/**
 * The budget of a CronJob's name: its jobs' names add a hyphen and ten digits of time, and a job's name is a
 * label of its pods.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function cronJobNameBudget(): NameBudget {
  return { max: DNS_LABEL_MAX - 11, because: "the jobs' names add 11 characters" };
}
