import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';
import { selectedPods } from './selected-pods';
import { selectingManifests } from './selecting-manifests';
import { type SlotPair, slotPairOf } from './slots';
import { targetPortsOf } from './target-port';

/**
 * The slots that a Service of a blue/green release mixes. It is one of a release where another Service leads to the
 * same ports of a slot, and there is none for each slot alone: beside two that keep the slots apart, a third that
 * leads to both is meant.
 */
export function mixesSlots(service: JudgedManifest, set: ManifestSet): SlotPair | undefined {
  const pair = slotPairOf(selectedPods(set).ofSeen(service));
  if (!pair || isHeadless(service)) return undefined;
  const others = pair.slots.map(slot =>
    selectingManifests(set)
      .of(slot, 'Service')
      .filter(other => isSibling(other, service)),
  );
  const [first = [], second = []] = others;
  if (first.length === 0 && second.length === 0) return undefined;
  const isKeptApart =
    first.some(other => !second.includes(other)) && second.some(other => !first.includes(other));
  return isKeptApart ? undefined : pair;
}

function isSibling(other: JudgedManifest, service: JudgedManifest): boolean {
  if (other === service || other.object.name === service.object.name) return false;
  if (namespaceOf(other) !== namespaceOf(service) || isHeadless(other)) return false;
  const targets = targetPortsOf(service).map(({ target }) => target);
  return targetPortsOf(other).some(({ target }) => targets.includes(target));
}

function isHeadless({ data }: JudgedManifest): boolean {
  return dataAt(data, 'spec').clusterIP === 'None';
}
