import type { LabelSelectorSpec } from '../../kubernetes/label-selector';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import { selectorOf } from './pod-selector';
import type { PodSource } from './pod-source';

const NONE: readonly PodSource[] = [];

interface Selected {
  readonly manifest: JudgedManifest;
  readonly selector: LabelSelectorSpec | undefined;
  readonly found: readonly PodSource[];
  /** Whether the input may not show all pods that the selector matches; undefined until somebody asks. */
  mayBeMore: boolean | undefined;
}

/** What each manifest selects; several rules ask, and it is looked for once. */
class SelectedPods {
  private readonly known = new Map<JudgedManifest, Selected>();
  /** What was asked for last: several rules ask, one after the other. */
  private last?: Selected;

  constructor(private readonly set: ManifestSet) {}

  /** The sources whose pods a Service, a workload, a NetworkPolicy or a PodDisruptionBudget selects. */
  of(manifest: JudgedManifest): readonly PodSource[] {
    return this.selectedBy(manifest).found;
  }

  /** The same, or none where a manifest may also select pods that the input does not show. */
  ofSeen(manifest: JudgedManifest): readonly PodSource[] {
    const selected = this.selectedBy(manifest);
    const { selector, found } = selected;
    if (!selector || found.length === 0) return NONE;
    selected.mayBeMore ??= this.set.mayMatchUnseenPods(namespaceOf(manifest), selector);
    return selected.mayBeMore ? NONE : found;
  }

  private selectedBy(manifest: JudgedManifest): Selected {
    if (this.last?.manifest === manifest) return this.last;
    let selected = this.known.get(manifest);
    if (!selected) {
      const selector = selectorOf(manifest);
      const found = selector ? this.set.podsMatching(namespaceOf(manifest), selector) : NONE;
      selected = { manifest, selector, found, mayBeMore: undefined };
      this.known.set(manifest, selected);
    }
    this.last = selected;
    return selected;
  }
}

/** What each manifest selects; several rules ask, and it is looked for once. */
export const selectedPods = indexOnDemand(set => new SelectedPods(set));
