import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from '../relations/kind-key';
import type { ManifestSet } from '../relations/manifest-set';
import { isAbsent } from '../relations/program-objects';
import { rolloutServicesOf } from '../relations/rollout-services';
import { CALLING_KINDS, serverCallsOf } from '../relations/server-calls';
import { ROUTING_KINDS, serviceBackendsOf } from '../relations/service-backends';
import type { Rule } from '../rule';

interface Reference {
  readonly namespace: string;
  readonly name: string;
  readonly namePath: string;
}

/** A Service that is named and not there. */
export const absentService: Rule = {
  meta: {
    id: 'absent-service',
    level: 'risky',
    closedLevel: 'broken',
    kinds: [...ROUTING_KINDS, 'apps/StatefulSet', 'argoproj.io/Rollout', ...CALLING_KINDS],
    summary: 'a Service that is named is not among the manifests',
    why: 'unless it is in the cluster already, requests are answered with errors, pods of a StatefulSet have no names, and a webhook stops what it judges',
    fix: 'write the name of one of the manifests, add it, or declare it external',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  check(manifest, set) {
    return referencesOf(manifest, set)
      .filter(({ namespace, name }) => isAbsent(set, 'Service', namespace, name))
      .filter(({ namespace, name }) => !isElsewhere(manifest, namespace, name, set))
      .map(({ namespace, name, namePath }) => {
        const where =
          namespace === '' || namespace === namespaceOf(manifest) ? '' : ` of namespace '${namespace}'`;
        return {
          path: namePath,
          value: name,
          message: `names Service '${name}'${where}, which is not among the manifests`,
        };
      });
  },
};

function referencesOf(manifest: JudgedManifest, set: ManifestSet): readonly Reference[] {
  const { kind } = manifest.object;
  if (kind === 'StatefulSet') {
    const name = dataAt(manifest.data, 'spec').serviceName;
    if (typeof name !== 'string' || name === '') return [];
    return [{ namespace: namespaceOf(manifest), name, namePath: 'spec.serviceName' }];
  }
  if (kind === 'Rollout') {
    const services = rolloutServicesOf(manifest).flat();
    return services.map(({ name, path }) => ({ namespace: namespaceOf(manifest), name, namePath: path }));
  }
  if (CALLING_KINDS.includes(kindKey(manifest.object))) {
    return serverCallsOf(manifest).map(({ namespace, name, path }) => ({
      namespace,
      name,
      namePath: `${path}.name`,
    }));
  }
  return serviceBackendsOf(manifest, set);
}

/** Whether the one of a StatefulSet is in another namespace, which `governing-service` says. */
function isElsewhere({ object }: JudgedManifest, namespace: string, name: string, set: ManifestSet): boolean {
  return object.kind === 'StatefulSet' && namespace !== '' && set.candidates('Service', '', name).length > 0;
}
