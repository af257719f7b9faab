import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { PodsOf } from '../pods-of';
import { oncePerSource } from './pod-source';

/** A volume of pods: one of the pods' spec, or that of a claim template. */
export interface PodVolume {
  readonly name: string;
  readonly path: string;
  /** The volume, or the claim template. */
  readonly data: Data;
  readonly isClaimTemplate: boolean;
}

/** A volume of the pods' spec that names a claim. */
export interface ClaimedVolume {
  readonly claim: string;
  /** Where the name of the claim stands. */
  readonly path: string;
}

/** A place where a container uses a volume. */
export interface VolumeUse {
  readonly volume: string;
  readonly path: string;
  /** Whether as a block device, and not as files. */
  readonly isDevice: boolean;
  readonly data: Data;
}

/** The volumes of pods, and where containers use them. */
export interface PodVolumes {
  readonly volumes: readonly PodVolume[];
  /** Those of the volumes that name a claim. */
  readonly claimed: readonly ClaimedVolume[];
  readonly uses: readonly VolumeUse[];
  /** The uses of each volume that has any, by its name. */
  readonly usesByName: ReadonlyMap<string, readonly VolumeUse[]>;
}

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
const USED = ['volumeMounts', 'volumeDevices'] as const;

const NO_USES: ReadonlyMap<string, readonly VolumeUse[]> = new Map();

/** The volumes of pods, and where containers use them: init containers and sidecars too. */
export const podVolumes = oncePerSource((pods): PodVolumes => {
  const uses = usesOf(pods);
  const volumes = volumesOf(pods);
  addClaimTemplates(pods, volumes);
  return {
    volumes,
    claimed: claimedOf(volumes),
    uses,
    usesByName: uses.length > 0 ? byVolume(uses) : NO_USES,
  };
});

function volumesOf({ spec, path }: PodsOf): PodVolume[] {
  return listAt(spec, 'volumes').map((data, index) => ({
    name: String(data.name ?? ''),
    path: `${path}.volumes[${index}]`,
    data,
    isClaimTemplate: false,
  }));
}

function claimedOf(volumes: readonly PodVolume[]): readonly ClaimedVolume[] {
  const claimed: ClaimedVolume[] = [];
  for (const { data, path } of volumes) {
    if (!data.persistentVolumeClaim) continue;
    const { claimName } = dataAt(data, 'persistentVolumeClaim');
    if (typeof claimName !== 'string') continue;
    claimed.push({ claim: claimName, path: `${path}.persistentVolumeClaim.claimName` });
  }
  return claimed;
}

/** Of a StatefulSet, and of such custom resources as have claim templates too. */
function addClaimTemplates({ manifest }: PodsOf, volumes: PodVolume[]): void {
  for (const [index, data] of listAt(dataAt(manifest.data, 'spec'), 'volumeClaimTemplates').entries()) {
    volumes.push({
      name: String(dataAt(data, 'metadata').name ?? ''),
      path: `spec.volumeClaimTemplates[${index}]`,
      data,
      isClaimTemplate: true,
    });
  }
}

function usesOf({ spec, path }: PodsOf): VolumeUse[] {
  const uses: VolumeUse[] = [];
  for (const list of CONTAINERS) {
    for (const [index, container] of listAt(spec, list).entries()) {
      for (const field of USED) {
        if (!container[field]) continue;
        const isDevice = field === 'volumeDevices';
        for (const [place, data] of listAt(container, field).entries()) {
          const volume = String(data.name ?? '');
          uses.push({ volume, path: `${path}.${list}[${index}].${field}[${place}]`, isDevice, data });
        }
      }
    }
  }
  return uses;
}

function byVolume(uses: readonly VolumeUse[]): ReadonlyMap<string, readonly VolumeUse[]> {
  const byName = new Map<string, VolumeUse[]>();
  for (const use of uses) {
    const known = byName.get(use.volume);
    if (known) known.push(use);
    else byName.set(use.volume, [use]);
  }
  return byName;
}
