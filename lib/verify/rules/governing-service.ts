import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import { podSelectorOf } from '../relations/service-selector';
import type { Rule } from '../rule';

/** A StatefulSet whose governing Service gives its pods no names. */
export const governingService: Rule = {
  meta: {
    id: 'governing-service',
    level: 'broken',
    kinds: ['apps/StatefulSet'],
    summary: 'the Service that a StatefulSet names cannot give its pods DNS names',
    why: 'the names of the pods, such as db-0.db, never resolve: only a headless Service of the same namespace that selects the pods makes them',
    fix: 'name a Service of the same namespace with clusterIP: None and the labels of these pods in its selector',
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  },
  check(statefulSet, set) {
    const name = dataAt(statefulSet.data, 'spec').serviceName;
    if (typeof name !== 'string' || name === '') return [];
    const namespace = namespaceOf(statefulSet);
    const candidates = set.candidates('Service', namespace, name);
    const [service] = candidates;
    const problem =
      candidates.length === 1 && service
        ? problemWith(service, statefulSet, set)
        : candidates.length === 0 && elsewhere(namespace, name, set);
    if (!problem) return [];
    const found = { path: 'spec.serviceName', value: name, message: `names Service '${name}', ${problem}` };
    return [problem === NOT_HEADLESS && isAlone(statefulSet, set) ? { ...found, level: 'risky' } : found];
  },
};

const NOT_HEADLESS = 'which is not headless: without clusterIP: None the pods get no DNS names of their own';

/** Whether there is one pod at most, which the name of the Service finds as well. */
function isAlone(statefulSet: JudgedManifest, set: ManifestSet): boolean {
  const source = set.podsOf(statefulSet);
  return source !== undefined && set.podCountOf(source).max <= 1;
}

function problemWith(
  service: JudgedManifest,
  statefulSet: JudgedManifest,
  set: ManifestSet,
): string | undefined {
  const { type, clusterIP } = dataAt(service.data, 'spec');
  if (type === 'ExternalName') return 'which is an external name and has no pods';
  if (clusterIP !== 'None') return NOT_HEADLESS;
  const selector = podSelectorOf(service);
  const source = set.podsOf(statefulSet);
  // Without a selector, somebody else may make EndpointSlices of the pods.
  if (!selector || !source || set.selects(selector, source)) return undefined;
  return 'whose selector does not match the labels of its pods';
}

function elsewhere(namespace: string, name: string, set: ManifestSet): string | undefined {
  if (namespace === '' || set.knows('Service', namespace, name)) return undefined;
  const [other] = set.candidates('Service', '', name);
  return other && `which is in namespace '${namespaceOf(other)}', and not in '${namespace}'`;
}
