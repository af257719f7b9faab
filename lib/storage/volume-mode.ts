import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';

/**
 * What a container gets of a volume: a directory that is mounted, or a raw block device.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode
 */
export const VolumeMode = {
  FILESYSTEM: 'Filesystem',
  BLOCK: 'Block',
} as const;

export type VolumeMode = (typeof VolumeMode)[keyof typeof VolumeMode];

/** @throws PropError when it is neither of the two. */
export function checkVolumeMode(construct: IConstruct | undefined, mode: VolumeMode | undefined): void {
  if (mode === undefined || Object.values(VolumeMode).includes(mode)) return;
  throw new PropError({
    construct,
    prop: 'volumeMode',
    problem: 'must be one of the two volume modes',
    received: mode,
    allowed: Object.values(VolumeMode).join(', '),
    fix: 'use VolumeMode.FILESYSTEM or VolumeMode.BLOCK',
  });
}
