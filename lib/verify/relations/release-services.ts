import { SLOT_LABEL } from '../../kubernetes/drydock-labels';
import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { ManifestSet } from './manifest-set';
import { isSameObject } from './same-object';
import { selectedPods } from './selected-pods';
import { selectingManifests } from './selecting-manifests';
import { type SlotPair, slotPairOf } from './slots';
import { isMonitoring, targetPortsOf } from './target-port';

/**
 * The slots that a Service of a blue/green release mixes. It is one of a release where another Service leads to the
 * same ports of a slot, or where the pods bear the label of slots that our constructs write. Beside Services that
 * keep the slots apart, one more that leads to both is meant.
 */
export function mixesSlots(service: JudgedManifest, set: ManifestSet): SlotPair | undefined {
  const pair = slotPairOf(selectedPods(set).ofSeen(service));
  if (!pair || isHeadless(service) || targetPortsOf(service).every(isMonitoring)) return undefined;
  const isOurs = pair.label === SLOT_LABEL;
  const others = pair.slots.map(slot =>
    selectingManifests(set)
      .of(slot, 'Service')
      .filter(other => isBeside(other, service) && (isOurs || sharesTarget(other, service))),
  );
  const [first = [], second = []] = others;
  if (first.length === 0 && second.length === 0 && !isOurs) return undefined;
  const isKeptApart =
    first.some(other => !second.includes(other)) && second.some(other => !first.includes(other));
  return isKeptApart ? undefined : pair;
}

function isBeside(other: JudgedManifest, service: JudgedManifest): boolean {
  return !isSameObject(other, service) && namespaceOf(other) === namespaceOf(service) && !isHeadless(other);
}

function sharesTarget(other: JudgedManifest, service: JudgedManifest): boolean {
  const targets = targetPortsOf(service).map(({ target }) => target);
  return targetPortsOf(other).some(({ target }) => targets.includes(target));
}

function isHeadless({ data }: JudgedManifest): boolean {
  return dataAt(data, 'spec').clusterIP === 'None';
}
