import type { Finding } from '../../verify';
import { type Data, isData } from '../../verify/manifest';
import type { Subject } from '../../verify/subject';
import type { ObjectPairs } from './object-pairs';

const SEE = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming';

/**
 * Claims, volumes, and namespaces with claims in them, that a change takes out of the manifests: whoever prunes
 * deletes them.
 */
export function goneStorage({ kept, gone, added }: ObjectPairs): Finding[] {
  const others = [...kept.map(({ before }) => before), ...gone, ...added];
  return gone.flatMap(subject => {
    const message = messageFor(subject, others);
    if (message === undefined) return [];
    return {
      rule: subject.object.kind === 'PersistentVolume' ? 'deleted-volume' : 'deleted-claims',
      level: 'risky',
      object: subject.object,
      path: `${subject.prefix}metadata.name`,
      message,
      fix: 'keep it, or save its data before this is applied',
      see: SEE,
    };
  });
}

function messageFor(subject: Subject, others: readonly Subject[]): string | undefined {
  const { apiVersion, kind, name } = subject.object;
  if (apiVersion !== 'v1') return undefined;
  switch (kind) {
    case 'PersistentVolumeClaim':
      return `is gone from the manifests; where that deletes it, ${fateOfVolume(subject, others)}`;
    case 'PersistentVolume':
      return 'is gone from the manifests; where that deletes it, nothing leads to its storage any more';
    case 'Namespace': {
      const claims = others.filter(
        ({ object }) => object.kind === 'PersistentVolumeClaim' && object.namespace === name,
      );
      const names = claims.map(({ object }) => object.name).join(', ');
      return names === ''
        ? undefined
        : `is gone from the manifests; where that deletes it, all in it is deleted, its claims too: ${names}`;
    }
    default:
      return undefined;
  }
}

/** The volume that a claim names says what becomes of it, else the class that made it. */
function fateOfVolume({ manifest }: Subject, others: readonly Subject[]): string {
  const { volumeName, storageClassName } = dataOf(manifest.spec);
  const volume = named(others, 'PersistentVolume', volumeName);
  const storageClass = named(others, 'StorageClass', storageClassName);
  const policy = volume
    ? (dataOf(volume.manifest.spec).persistentVolumeReclaimPolicy ?? 'Retain')
    : storageClass && (storageClass.manifest.reclaimPolicy ?? 'Delete');
  if (policy === 'Retain') return 'its volume stays, and no claim uses it';
  return policy === 'Delete'
    ? 'its volume and the data are deleted too'
    : 'so may its volume be, as its class says';
}

function named(subjects: readonly Subject[], kind: string, name: unknown): Subject | undefined {
  return subjects.find(({ object }) => object.kind === kind && object.name === name);
}

function dataOf(value: unknown): Data {
  return isData(value) ? value : {};
}
