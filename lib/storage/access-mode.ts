import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';

/**
 * How many nodes may mount a volume, and whether they may write.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export const AccessMode = {
  /** Read and write by the pods of one node. */
  READ_WRITE_ONCE: 'ReadWriteOnce',
  /** Read by many nodes. */
  READ_ONLY_MANY: 'ReadOnlyMany',
  /** Read and write by many nodes. */
  READ_WRITE_MANY: 'ReadWriteMany',
  /** Read and write by one single pod of the cluster. CSI volumes alone can. */
  READ_WRITE_ONCE_POD: 'ReadWriteOncePod',
} as const;

export type AccessMode = (typeof AccessMode)[keyof typeof AccessMode];

/**
 * Refuses access modes that the API server would refuse.
 *
 * @throws PropError when there are none, one is unknown, or ReadWriteOncePod stands beside another.
 */
export function checkAccessModes(construct: IConstruct | undefined, modes: readonly AccessMode[]): void {
  const problem = complaint(modes);
  if (problem === undefined) return;
  throw new PropError({
    construct,
    prop: 'accessModes',
    problem,
    received: modes,
    allowed: Object.values(AccessMode).join(', '),
    fix: 'name the modes that the pods need, ReadWriteOncePod by itself',
  });
}

function complaint(modes: readonly AccessMode[]): string | undefined {
  if (modes.length === 0) return 'must name at least one mode';
  const unknown = modes.find(mode => !Object.values(AccessMode).includes(mode));
  if (unknown !== undefined) return `must not hold '${unknown}'`;
  return modes.length > 1 && modes.includes('ReadWriteOncePod')
    ? 'must not hold ReadWriteOncePod beside another mode'
    : undefined;
}
