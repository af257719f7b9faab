import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';
import type { IVolumeClaim } from './claim-handle';
import type { IPersistentVolume } from './persistent-volume-handle';

/** A claim and a volume that are to be bound, and the construct that says so. */
export interface Binding {
  readonly construct: IConstruct;
  /** The property or method that pairs them. */
  readonly prop: string;
  readonly claim: IVolumeClaim;
  readonly volume: IPersistentVolume;
}

const holders = new WeakMap<IPersistentVolume, IVolumeClaim>();

/**
 * Pairs a claim and a volume. A volume serves one claim.
 *
 * @throws PropError for a pair that does not agree, as far as both are known: by size, class, volume mode or access
 * modes, or because the volume is for another claim. The control plane binds some of these all the same, without a
 * look at what the claim asked for, and never binds the others.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding
 */
export function pair({ construct, prop, claim, volume }: Binding): void {
  const misfit = misfitOf(claim, volume);
  if (!misfit) {
    holders.set(volume, claim);
    return;
  }
  const { problem, ...rest } = misfit;
  throw new PropError({
    construct,
    prop,
    problem: `pairs claim '${claim.claimName}' and volume '${volume.persistentVolumeName}', which do not agree: ${problem}`,
    ...rest,
  });
}

type Misfit = {
  readonly problem: string;
  readonly received: unknown;
  readonly allowed: string;
  readonly fix: string;
};

function misfitOf(claim: IVolumeClaim, volume: IPersistentVolume): Misfit | undefined {
  return (
    sizeMisfit(claim, volume) ??
    classMisfit(claim, volume) ??
    volumeModeMisfit(claim, volume) ??
    accessModeMisfit(claim, volume) ??
    holderMisfit(claim, volume)
  );
}

function sizeMisfit(claim: IVolumeClaim, volume: IPersistentVolume): Misfit | undefined {
  if (!claim.size || !volume.size || claim.size.compare(volume.size) <= 0) return undefined;
  return {
    problem: 'the volume is smaller than the claim',
    received: String(claim.size),
    allowed: `${volume.size} at most`,
    fix: "make the claim's 'size' smaller, or the volume's larger",
  };
}

function classMisfit(
  { storageClass }: IVolumeClaim,
  { storageClassName }: IPersistentVolume,
): Misfit | undefined {
  if (!storageClass || storageClassName === undefined || storageClass.field === storageClassName)
    return undefined;
  return {
    problem:
      storageClass.field === undefined
        ? 'the claim gets the default class of the cluster, whichever that is'
        : 'their classes differ',
    received: storageClass.field,
    allowed: storageClassName === '' ? 'ClaimClass.static()' : `class '${storageClassName}'`,
    fix: "leave out the claim's 'storageClass': it is the volume's, then",
  };
}

function volumeModeMisfit(claim: IVolumeClaim, volume: IPersistentVolume): Misfit | undefined {
  if (!claim.volumeMode || !volume.volumeMode || claim.volumeMode === volume.volumeMode) return undefined;
  return {
    problem: 'their volume modes differ',
    received: claim.volumeMode,
    allowed: volume.volumeMode,
    fix: "give both the same 'volumeMode'",
  };
}

function accessModeMisfit(claim: IVolumeClaim, volume: IPersistentVolume): Misfit | undefined {
  if (claim.accessModes?.every(mode => volume.accessModes?.includes(mode) ?? true) ?? true) return undefined;
  return {
    problem: 'the volume does not have every access mode that the claim asks for',
    received: claim.accessModes,
    allowed: volume.accessModes?.join(', ') ?? '',
    fix: "change the 'accessModes' of one of the two",
  };
}

function holderMisfit(claim: IVolumeClaim, volume: IPersistentVolume): Misfit | undefined {
  const holder = holders.get(volume);
  if (!holder || nameOf(holder) === nameOf(claim)) return undefined;
  return {
    problem: 'the volume is for another claim',
    received: nameOf(claim),
    allowed: nameOf(holder),
    fix: 'give each claim a volume of its own',
  };
}

function nameOf({ claimName, namespace }: IVolumeClaim): string {
  return namespace === undefined ? claimName : `${namespace}/${claimName}`;
}
