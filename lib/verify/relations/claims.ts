import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { runsForEver } from './endless-pods';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { type PodVolume, podVolumes } from './pod-volumes';
import { templateOfClaim } from './template-claims';

/** A claim of the input: one that stands for itself, or one that is made of a template. */
export interface Claim {
  /** Namespace and name, as people write them; of a template, where it stands. */
  readonly title: string;
  readonly data: Data;
  readonly spec: Data;
}

/** A place where pods use a claim that stands for itself. */
export interface ClaimUser {
  readonly pods: PodSource;
  /** Where the claim's name stands. */
  readonly path: string;
}

const PVC = 'PersistentVolumeClaim';
const NO_USERS: readonly ClaimUser[] = [];
const NO_MANIFESTS: readonly JudgedManifest[] = [];

/** The claim of a name in that very namespace: a manifest without doubt, or what a StatefulSet makes of a template. */
export function claimNamed(set: ManifestSet, namespace: string, name: string): Claim | undefined {
  const title = namespace === '' ? name : `${namespace}/${name}`;
  const manifest = set.find(PVC, namespace, name);
  if (manifest && namespaceOf(manifest) === namespace) return asClaim(manifest.data, title);
  const made = templateOfClaim(set, namespace, name);
  return made && asClaim(made.template.data, title);
}

/** The claim that a volume of pods stands for, where the input holds it. */
export function claimOfVolume(set: ManifestSet, pods: PodSource, volume: PodVolume): Claim | undefined {
  if (volume.isClaimTemplate) return asClaim(volume.data, volume.name);
  const { persistentVolumeClaim, ephemeral } = volume.data;
  if (isData(persistentVolumeClaim)) {
    return claimNamed(set, pods.namespace, String(persistentVolumeClaim.claimName));
  }
  return isData(ephemeral) ? asClaim(dataAt(ephemeral, 'volumeClaimTemplate'), volume.name) : undefined;
}

function asClaim(data: Data, title: string): Claim {
  return { title, data, spec: dataAt(data, 'spec') };
}

/** How the claim may be used: `ReadWriteOnce` and the like. */
export function accessModesOf(data: Data): readonly string[] {
  const { accessModes } = dataAt(data, 'spec');
  return Array.isArray(accessModes) ? accessModes.map(String) : [];
}

/** Whether the claim is for files or for a block device. */
export function volumeModeOf(data: Data): string {
  return String(dataAt(data, 'spec').volumeMode ?? 'Filesystem');
}

const users = indexOnDemand(set => {
  const byClaim = new Map<string, ClaimUser[]>();
  for (const manifest of set.manifests) {
    const pods = set.podsOf(manifest);
    if (!pods || !runsForEver(pods)) continue;
    for (const { data, path } of podVolumes(pods).volumes) {
      const { claimName } = dataAt(data, 'persistentVolumeClaim');
      if (typeof claimName !== 'string') continue;
      const user = { pods, path: `${path}.persistentVolumeClaim.claimName` };
      add(byClaim, `${pods.namespace}/${claimName}`, user);
    }
  }
  return byClaim;
});

/** The pods that name a claim and keep it, as they run for ever, in the order of the input. */
export function usersOfClaim(set: ManifestSet, namespace: string, name: string): readonly ClaimUser[] {
  return users(set).get(`${namespace}/${name}`) ?? NO_USERS;
}

const reservations = indexOnDemand(set => {
  const byClaim = new Map<string, JudgedManifest[]>();
  for (const volume of set.ofKind('PersistentVolume')) {
    const { namespace, name } = dataAt(volume.data, 'spec', 'claimRef');
    if (name) add(byClaim, `${String(namespace ?? '')}/${String(name)}`, volume);
  }
  return byClaim;
});

/** The volumes that are reserved for a claim. */
export function volumesReservedFor(
  set: ManifestSet,
  namespace: string,
  name: string,
): readonly JudgedManifest[] {
  return reservations(set).get(`${namespace}/${name}`) ?? NO_MANIFESTS;
}

const choices = indexOnDemand(set => {
  const byVolume = new Map<string, JudgedManifest[]>();
  for (const claim of set.ofKind(PVC)) {
    const { volumeName } = dataAt(claim.data, 'spec');
    if (volumeName) add(byVolume, String(volumeName), claim);
  }
  return byVolume;
});

/** The claims that name a volume. */
export function claimsNaming(set: ManifestSet, volume: string): readonly JudgedManifest[] {
  return choices(set).get(volume) ?? NO_MANIFESTS;
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
