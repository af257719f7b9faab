import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { podSelectorOf } from './service-selector';

const NONE: readonly PodSource[] = [];

class ServicePods {
  private readonly known = new Map<JudgedManifest, readonly PodSource[]>();

  constructor(private readonly set: ManifestSet) {}

  /** The sources whose pods a Service selects, or none where pods may be behind it that the input does not show. */
  behind(service: JudgedManifest): readonly PodSource[] {
    const known = this.known.get(service);
    if (known) return known;
    const found = this.search(service);
    this.known.set(service, found);
    return found;
  }

  private search(service: JudgedManifest): readonly PodSource[] {
    const selector = podSelectorOf(service);
    if (!selector) return NONE;
    const namespace = namespaceOf(service);
    const sources = this.set.podsMatching(namespace, selector);
    return sources.length > 0 && this.set.mayMatchUnseenPods(namespace, selector) ? NONE : sources;
  }
}

/** What makes the pods behind each Service; asked for by several rules, and looked for once. */
export const servicePods = indexOnDemand(set => new ServicePods(set));
