import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';

/**
 * What happens to a volume when its claim is deleted.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming
 */
export const ReclaimPolicy = {
  /** The volume and its data stay until someone deletes them. */
  RETAIN: 'Retain',
  /** The volume is deleted, and its data with it. */
  DELETE: 'Delete',
} as const;

export type ReclaimPolicy = (typeof ReclaimPolicy)[keyof typeof ReclaimPolicy];

/** @throws PropError when it is neither of the two: Recycle is deprecated. */
export function checkReclaimPolicy(
  construct: IConstruct,
  policy: ReclaimPolicy | undefined,
  prop = 'reclaimPolicy',
): void {
  if (policy === undefined || Object.values(ReclaimPolicy).includes(policy)) return;
  const recycle = (policy as string) === 'Recycle';
  throw new PropError({
    construct,
    prop,
    problem: recycle ? 'must not be Recycle, which is deprecated' : 'must be one of the policies',
    received: policy,
    allowed: Object.values(ReclaimPolicy).join(', '),
    fix: recycle
      ? 'provision volumes with a StorageClass whose reclaim policy is Delete, or keep the data with Retain'
      : 'use ReclaimPolicy.RETAIN or ReclaimPolicy.DELETE',
  });
}
