import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { Finding } from '../finding';
import type { JudgedManifest } from '../judged-manifest';
import type { Data } from '../manifest';
import { limitRangeProblems } from './limit-ranges';
import { podSecurityProblems } from './pod-security';
import { priorityClassProblems } from './priority-classes';
import { quotaProblems } from './resource-quotas';
import { serviceAccountProblems } from './service-accounts';
import type { StateProblem } from './state-problem';

/** What is judged by the state that the input shows: each takes all manifests, and indexes what it needs once. */
const CHECKS: readonly ((
  manifests: readonly JudgedManifest[],
  version: KubernetesVersion,
  external: readonly Data[],
) => StateProblem[])[] = [
  limitRangeProblems,
  podSecurityProblems,
  priorityClassProblems,
  quotaProblems,
  serviceAccountProblems,
];

/**
 * What admission refuses because of other manifests of the input: limit ranges, quotas, Pod Security levels of
 * namespaces, priority
 * classes, service accounts. What may be in the cluster is not known here, and never held against anyone.
 *
 * A Pod is `rejected`. A workload is accepted, and its pods are refused for ever: it is `broken`.
 *
 * @param external objects that live elsewhere.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
 */
export function stateFindings(
  manifests: readonly JudgedManifest[],
  version: KubernetesVersion,
  external: readonly Data[],
): Finding[] {
  return CHECKS.flatMap(check => check(manifests, version, external)).map(
    ({ manifest, ofPods, ...problem }) => ({
      ...problem,
      level: ofPods ? 'broken' : 'rejected',
      ...(!ofPods && { errorType: 'FieldValueForbidden' as const }),
      object: manifest.object,
    }),
  );
}
