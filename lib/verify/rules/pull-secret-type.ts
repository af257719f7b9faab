import { namespaceOf } from '../judged-manifest';
import { POD_KINDS } from '../relations/pod-kinds';
import { podReferences } from '../relations/pod-references';
import type { Rule } from '../rule';

const PULLED = ['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'];

/** A Secret that images cannot be pulled with. */
export const pullSecretType: Rule = {
  meta: {
    id: 'pull-secret-type',
    level: 'risky',
    kinds: POD_KINDS,
    summary: 'images are to be pulled with a Secret that is not for that',
    why: 'the kubelet passes over Secrets of another type, and images of private registries are not pulled',
    fix: 'make a Secret of type kubernetes.io/dockerconfigjson, which holds .dockerconfigjson',
    see: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods?.spec.imagePullSecrets) return [];
    return podReferences(pods).flatMap(({ name, path, place }) => {
      if (place !== 'pull') return [];
      const secret = set.find('Secret', pods.namespace, name);
      if (!secret || namespaceOf(secret) !== pods.namespace) return [];
      const type = String(secret.data.type || 'Opaque');
      if (PULLED.includes(type)) return [];
      const message = `names Secret '${name}' of type '${type}', and images are pulled with ${PULLED.join(' or ')} alone`;
      return [{ path, value: name, message }];
    });
  },
};
