import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';

/** A field of a pod that a level of the Pod Security Standards does not allow. */
export interface Violation {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** A pod that is held against a level. */
export interface SecuredPod {
  readonly metadata: Data;
  readonly spec: Data;
  /** Path of the spec. */
  readonly path: string;
  /** The version of the standard. */
  readonly version: KubernetesVersion;
}

/** A part of a pod with its security context. */
export interface SecuredPart {
  readonly fields: Data;
  readonly path: string;
  readonly context: Data;
}

/** Every container of a pod, of all three lists. */
export function securedContainers({ spec, path }: SecuredPod): SecuredPart[] {
  const parts: SecuredPart[] = [];
  for (const list of ['containers', 'initContainers', 'ephemeralContainers']) {
    for (const [index, fields] of listAt(spec, list).entries()) {
      parts.push({
        fields,
        path: `${path}.${list}[${index}]`,
        context: dataAt(fields, 'securityContext'),
      });
    }
  }
  return parts;
}

/** The pod itself and every container. */
export function securedParts(pod: SecuredPod): SecuredPart[] {
  return [securedPod(pod), ...securedContainers(pod)];
}

/** The pod itself. */
export function securedPod({ spec, path }: SecuredPod): SecuredPart {
  return { fields: spec, path, context: dataAt(spec, 'securityContext') };
}

/** Whether the pod says that it runs on Windows, where Linux's settings mean nothing. */
export function onWindows({ spec }: SecuredPod): boolean {
  return dataAt(spec, 'os').name === 'windows';
}

/** The field of an object, as a list of texts. */
export function textsAt(data: Data, key: string): readonly string[] {
  const list = data[key];
  return Array.isArray(list) ? list.filter(item => typeof item === 'string') : [];
}
