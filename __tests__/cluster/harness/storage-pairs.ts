import { randomBytes } from 'node:crypto';
import type { KubernetesObject } from '../../../scripts/cluster/api-client';

/** Who names whom: nobody, the claim the volume, the volume the claim, or each the other. */
export const NAMINGS = ['neither', 'claim', 'volume', 'both'] as const;

/** Who names whom. */
export type Naming = (typeof NAMINGS)[number];

/** What becomes of the claim. */
export type Outcome = 'Bound' | 'Pending';

/** What is special about a volume and a claim, and what becomes of the claim. */
export interface Pair {
  readonly what: string;
  /** Laid over the spec of a volume that fits. */
  readonly volume?: Readonly<Record<string, unknown>>;
  /** Laid over the spec of a claim that fits. */
  readonly claim?: Readonly<Record<string, unknown>>;
  /** In the order of NAMINGS. */
  readonly outcomes: readonly [Outcome, Outcome, Outcome, Outcome];
}

/** Sides that name each other are taken at their word: nothing is compared. */
const unlessBoth = ['Pending', 'Pending', 'Pending', 'Bound'] as const;
const always = ['Bound', 'Bound', 'Bound', 'Bound'] as const;
/** The class is not compared where the volume is reserved for the claim, the labels neither where it is named. */
const unlessReserved = ['Pending', 'Pending', 'Bound', 'Bound'] as const;
const unlessNamed = ['Pending', 'Bound', 'Bound', 'Bound'] as const;

const storage = (size: string) => ({ resources: { requests: { storage: size } } });
const other = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'somebody-else' };

/** The class `CLASS` stands for one that is the pair's own, the label `LABEL` for the volume's. */
export const PAIRS: readonly Pair[] = [
  { what: 'a claim and a volume that are alike', outcomes: always },
  { what: 'a smaller claim', claim: storage('1Mi'), outcomes: always },
  { what: 'a size that is written in another way', claim: storage('1073741824'), outcomes: always },
  { what: 'a claim of one byte more', claim: storage('1073741825'), outcomes: unlessBoth },
  { what: 'another class', claim: { storageClassName: 'of-nobody' }, outcomes: unlessReserved },
  {
    what: 'no class on both sides',
    claim: { storageClassName: '', selector: { matchLabels: { pair: 'LABEL' } } },
    volume: { storageClassName: '' },
    outcomes: always,
  },
  {
    what: 'a class that is left out on both sides, in a cluster without a default',
    claim: { storageClassName: undefined, selector: { matchLabels: { pair: 'LABEL' } } },
    volume: { storageClassName: undefined },
    outcomes: always,
  },
  {
    what: 'a claim without class',
    claim: { storageClassName: '', selector: { matchLabels: { pair: 'LABEL' } } },
    outcomes: unlessReserved,
  },
  { what: 'a volume without class', volume: { storageClassName: '' }, outcomes: unlessReserved },
  {
    what: 'fewer modes asked for',
    volume: { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] },
    outcomes: always,
  },
  { what: 'another mode', claim: { accessModes: ['ReadWriteMany'] }, outcomes: unlessBoth },
  {
    what: 'a mode too many',
    claim: { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] },
    outcomes: unlessBoth,
  },
  { what: 'one pod alone', claim: { accessModes: ['ReadWriteOncePod'] }, outcomes: unlessBoth },
  {
    what: 'one pod alone on both sides',
    claim: { accessModes: ['ReadWriteOncePod'] },
    volume: { accessModes: ['ReadWriteOncePod'] },
    outcomes: always,
  },
  { what: 'a block device for files', volume: { volumeMode: 'Block' }, outcomes: unlessBoth },
  { what: 'files for a block device', claim: { volumeMode: 'Block' }, outcomes: unlessBoth },
  {
    what: 'a block device on both sides',
    claim: { volumeMode: 'Block' },
    volume: { volumeMode: 'Block' },
    outcomes: always,
  },
  { what: 'a label that fits', claim: { selector: { matchLabels: { pair: 'LABEL' } } }, outcomes: always },
  {
    what: 'a label that does not fit',
    claim: { selector: { matchLabels: { pair: 'none' } } },
    outcomes: unlessNamed,
  },
  {
    what: 'an expression that fits',
    claim: { selector: { matchExpressions: [{ key: 'pair', operator: 'Exists' }] } },
    outcomes: always,
  },
  {
    what: 'an expression that does not fit',
    claim: { selector: { matchExpressions: [{ key: 'pair', operator: 'DoesNotExist' }] } },
    outcomes: unlessNamed,
  },
  {
    what: 'nodes that there are not',
    volume: { nodeAffinity: onNode('none') },
    outcomes: always,
  },
];

/** Pairs of which one side names somebody else: what the other names changes nothing. */
export const ESTRANGED: readonly (Omit<Pair, 'outcomes'> & { readonly naming: Naming })[] = [
  { what: 'a volume for another claim', naming: 'neither', volume: { claimRef: other } },
  { what: 'a volume for another claim, that the claim names', naming: 'claim', volume: { claimRef: other } },
  { what: 'a claim of another volume', naming: 'neither', claim: { volumeName: 'of-nobody' } },
  {
    what: 'a claim of another volume, which is reserved for it',
    naming: 'volume',
    claim: { volumeName: 'of-nobody' },
  },
];

/** The volume and the claim of a pair, with names that nobody else has. */
export function pairOf(
  { volume, claim }: Pick<Pair, 'volume' | 'claim'>,
  naming: Naming,
  namespace: string,
): { volume: KubernetesObject; claim: KubernetesObject } {
  const name = `pair-${randomBytes(5).toString('hex')}`;
  const base = { storageClassName: name, accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' };
  const claimRef = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace };
  const mine = (spec: object) => JSON.parse(JSON.stringify(spec).replaceAll('LABEL', name));
  return {
    volume: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name, labels: { pair: name } },
      spec: mine({
        ...base,
        capacity: { storage: '1Gi' },
        persistentVolumeReclaimPolicy: 'Retain',
        hostPath: { path: '/data' },
        ...(naming === 'volume' || naming === 'both' ? { claimRef } : {}),
        ...withNamespace(volume, namespace),
      }),
    },
    claim: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace },
      spec: mine({
        ...base,
        ...storage('1Gi'),
        ...(naming === 'claim' || naming === 'both' ? { volumeName: name } : {}),
        ...claim,
      }),
    },
  };
}

function withNamespace(volume: Pair['volume'] = {}, namespace: string): object {
  return volume.claimRef ? { ...volume, claimRef: { ...volume.claimRef, namespace } } : volume;
}

function onNode(name: string): object {
  const matchExpressions = [{ key: 'kubernetes.io/hostname', operator: 'In', values: [name] }];
  return { required: { nodeSelectorTerms: [{ matchExpressions }] } };
}
