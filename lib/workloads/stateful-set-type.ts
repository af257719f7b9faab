import { k8s } from 'cdk8s-plus-28';
import type { ApiType } from '../objects/rendered-object';

interface RenderedStatefulSet {
  readonly spec: { readonly volumeClaimTemplates?: readonly object[] };
}

/**
 * The API type StatefulSet, with apiVersion and kind in its claim templates: the API server adds them when it
 * stores the set, and a GitOps controller that compares sees a difference for ever where they are missing.
 */
export const STATEFUL_SET_TYPE: ApiType<k8s.KubeStatefulSetProps> = {
  GVK: k8s.KubeStatefulSet.GVK,
  manifest(props) {
    const rendered: RenderedStatefulSet = k8s.KubeStatefulSet.manifest(props);
    const templates = rendered.spec.volumeClaimTemplates;
    if (!templates) return rendered;
    const { apiVersion, kind } = k8s.KubePersistentVolumeClaim.GVK;
    const volumeClaimTemplates = templates.map(template => ({ apiVersion, kind, ...template }));
    return { ...rendered, spec: { ...rendered.spec, volumeClaimTemplates } };
  },
};
