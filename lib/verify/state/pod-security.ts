import { isKubernetesVersion, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { podsIn } from '../pods-of';
import { baselineViolations } from './pod-security-baseline';
import { restrictedViolations } from './pod-security-restricted';
import type { StateProblem } from './state-problem';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const ENFORCE_VERSION = 'pod-security.kubernetes.io/enforce-version';

/**
 * Pods that do not meet the Pod Security level of their namespace, where the input holds the namespace.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function podSecurityProblems(
  manifests: readonly JudgedManifest[],
  version: KubernetesVersion,
): StateProblem[] {
  const namespaces = new Map(
    manifests
      .filter(({ object }) => object.kind === 'Namespace')
      .map(({ object, data }) => [object.name, data]),
  );
  if (namespaces.size === 0) return [];
  return podsIn(manifests).flatMap(({ manifest, metadata, spec, path, ofPods }) => {
    const namespace = namespaceOf(manifest);
    const labels = dataAt(namespaces.get(namespace) ?? {}, 'metadata', 'labels');
    const level = labels[ENFORCE];
    if (level !== 'baseline' && level !== 'restricted') return [];
    const pod = { metadata, spec, path, version: policyVersion(labels[ENFORCE_VERSION], version) };
    const violations = [
      ...baselineViolations(pod),
      ...(level === 'restricted' ? restrictedViolations(pod) : []),
    ];
    return violations.map(violation => ({
      ...violation,
      rule: 'pod-security',
      manifest,
      ofPods,
      message: `${violation.message}: namespace '${namespace}' enforces '${level}'`,
      see: `https://kubernetes.io/docs/concepts/security/pod-security-standards/#${level}`,
    }));
  });
}

function policyVersion(label: unknown, cluster: KubernetesVersion): KubernetesVersion {
  const named = String(label ?? 'latest').replace(/^v/, '');
  return isKubernetesVersion(named) ? named : cluster;
}
