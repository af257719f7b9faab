import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { selectorOf } from './pod-selector';
import type { PodSource } from './pod-source';

const NONE: readonly PodSource[] = [];

/** What each manifest selects; several rules ask, and it is looked for once. */
class SelectedPods {
  private readonly known = new Map<JudgedManifest, readonly PodSource[]>();

  constructor(private readonly set: ManifestSet) {}

  /** The sources whose pods a Service, a workload, a NetworkPolicy or a PodDisruptionBudget selects. */
  of(manifest: JudgedManifest): readonly PodSource[] {
    const known = this.known.get(manifest);
    if (known) return known;
    const selector = selectorOf(manifest);
    const found = selector ? this.set.podsMatching(namespaceOf(manifest), selector) : NONE;
    this.known.set(manifest, found);
    return found;
  }

  /** The same, or none where a manifest may also select pods that the input does not show. */
  ofSeen(manifest: JudgedManifest): readonly PodSource[] {
    const found = this.of(manifest);
    const selector = found.length > 0 ? selectorOf(manifest) : undefined;
    return selector && !this.set.mayMatchUnseenPods(namespaceOf(manifest), selector) ? found : NONE;
  }
}

/** What each manifest selects; several rules ask, and it is looked for once. */
export const selectedPods = indexOnDemand(set => new SelectedPods(set));
