import type { RuleText } from '../../verify/verdict-texts';

const CLAIMS = 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage';

/** What a change does to storage, in words. */
export const LOSS_TEXTS = {
  'deleted-claims': {
    level: 'risky',
    summary: 'a change deletes claims',
    why: 'with the claim goes the volume, unless its reclaim policy retains it, and with the volume the data',
    fix: 'keep the claims, or save their data before the change is applied',
    see: CLAIMS,
  },
  'deleted-volume': {
    level: 'risky',
    summary: 'a change deletes a PersistentVolume',
    why: 'nothing leads to its storage any more',
    fix: 'keep the volume, or note where its storage is',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
  },
  'stranded-claims': {
    level: 'risky',
    summary: 'a change leaves claims behind that no pod uses any more',
    why: 'claims of a StatefulSet bear its name: one with another name begins with empty volumes',
    fix: 'keep the name of the set and of its templates, or move the data first',
    see: CLAIMS,
  },
} as const satisfies Record<string, RuleText>;
