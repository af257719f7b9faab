import { isQuantity, quantityNanos } from '../../kubernetes/quantity';
import { dataAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { accessModesOf, volumeModeOf } from './claims';
import { storageClassOf, storageClassPath } from './storage-class-of';

/** Why a volume is not what a claim asks for. */
export interface Misfit {
  /** The field of the claim, and that of the volume. */
  readonly claimPath: string;
  readonly volumePath: string;
  /** What the claim asks for, and what the volume has. */
  readonly asked: string;
  readonly offered: string;
}

/**
 * What makes a volume unfit for a claim, other than its class: size, access modes, volume mode.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding
 */
export function misfitsOf(claim: Data, volume: Data): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const asked = dataAt(claim, 'spec', 'resources', 'requests').storage;
  const offered = dataAt(volume, 'spec', 'capacity').storage;
  if (isMore(asked, offered)) {
    misfits.push({
      claimPath: 'spec.resources.requests[storage]',
      volumePath: 'spec.capacity[storage]',
      asked: String(asked),
      offered: String(offered),
    });
  }
  const modes = accessModesOf(volume);
  const missing = accessModesOf(claim).filter(mode => !modes.includes(mode));
  if (missing.length > 0) {
    const path = 'spec.accessModes';
    misfits.push({
      claimPath: path,
      volumePath: path,
      asked: missing.join(', '),
      offered: modes.join(', ') || 'none',
    });
  }
  const [askedMode, offeredMode] = [volumeModeOf(claim), volumeModeOf(volume)];
  if (askedMode !== offeredMode) {
    const path = 'spec.volumeMode';
    misfits.push({ claimPath: path, volumePath: path, asked: askedMode, offered: offeredMode });
  }
  return misfits;
}

/** A class that is not the claim's. Of a claim that names none nobody knows it: the cluster may have a default. */
export function classMisfit(claim: Data, volume: Data): Misfit | undefined {
  const asked = storageClassOf(claim);
  const offered = storageClassOf(volume) ?? '';
  if (asked === undefined || asked === offered) return undefined;
  return { claimPath: storageClassPath(claim), volumePath: storageClassPath(volume), asked, offered };
}

function isMore(asked: unknown, offered: unknown): boolean {
  const [more, less] = [asked, offered].map(amount => String(amount));
  if (!isQuantity(more) || !isQuantity(less)) return false;
  return quantityNanos(more) > quantityNanos(less);
}
