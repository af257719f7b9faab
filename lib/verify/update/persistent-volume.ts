import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { type Data, isData } from '../manifest';
import { verifyAttributesClass } from './claim/attributes-class';
import { report } from './immutable';
import { changedFields, dataOf, isUnchanged } from './stored/changed';
import type { Update } from './update-rule';

const SOURCE = FieldPath.of('spec', 'persistentvolumesource');
const VOLUME_MODE = FieldPath.of('volumeMode');
const NODE_AFFINITY = FieldPath.of('nodeAffinity');
const ADVICE = {
  fix: 'create a volume of another name for the storage; deleting a volume whose reclaim policy is Retain leaves its storage as it is',
  see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistent-volumes',
};

/** The fields that say nothing of where the storage is. */
const NO_SOURCE: ReadonlySet<string> = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);

/** Labels of nodes, and the ones that have taken their place. */
const NEW_LABELS: Readonly<Record<string, string>> = {
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
};

/** What an update of a PersistentVolume may not change: where the storage is, how it is used, and from where. */
export function updatePersistentVolume({ before, after }: Update, errors: FieldErrors): void {
  const old = dataOf(before.spec);
  const now = withoutNewExpandSecret(old, dataOf(after.spec));
  const changed = changedFields('V1PersistentVolumeSpec', old, now, errors.version);
  const source = changed.filter(name => !NO_SOURCE.has(name));
  if (source.length > 0) errors.forbidden(SOURCE, `may not change: ${source.join(', ')}`, ADVICE);
  if (changed.includes('volumeMode')) report(errors, ADVICE, VOLUME_MODE, now.volumeMode);
  if (old.nodeAffinity !== undefined && !isSameAffinity(old.nodeAffinity, now.nodeAffinity, errors)) {
    report(errors, ADVICE, NODE_AFFINITY);
  }
  verifyAttributesClass(before, after, errors);
}

/** A CSI volume may be given the secret that its expansion needs. */
function withoutNewExpandSecret(old: Data, now: Data): Data {
  if (!isData(old.csi) || !isData(now.csi) || old.csi.controllerExpandSecretRef !== undefined) return now;
  const { controllerExpandSecretRef: _, ...csi } = now.csi;
  return { ...now, csi };
}

/** Whether two affinities are the same, but for labels that have taken the place of others. */
function isSameAffinity(old: unknown, now: unknown, errors: FieldErrors): boolean {
  if (!isData(now)) return false;
  const renamed = { ...now, required: withOldLabels(dataOf(old).required, now.required) };
  return isUnchanged('V1VolumeNodeAffinity', old, renamed, errors.version);
}

function withOldLabels(old: unknown, now: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(now)) return now.map((item, at) => withOldLabels(old[at], item));
  if (!isData(old) || !isData(now)) return now;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(now)) copy[name] = withOldLabels(old[name], now[name]);
  if (typeof old.key === 'string' && newLabelOf(old.key) === (now.key ?? '')) copy.key = old.key;
  return copy;
}

/** The server finds an empty text for all other labels, and takes a key that is gone for renamed. */
function newLabelOf(label: string): string {
  return Object.hasOwn(NEW_LABELS, label) ? (NEW_LABELS[label] as string) : '';
}
