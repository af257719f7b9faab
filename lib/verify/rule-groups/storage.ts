import type { Rule } from '../rule';
import { absentStorageClass } from '../rules/absent-storage-class';
import { absentVolume } from '../rules/absent-volume';
import { claimRefUid } from '../rules/claim-ref-uid';
import { claimVolumeMismatch } from '../rules/claim-volume-mismatch';
import { claimWithoutClass } from '../rules/claim-without-class';
import { unbindableClaim } from '../rules/unbindable-claim';
import { unbindableVolume } from '../rules/unbindable-volume';

/** The rules of volumes and claims, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  absentStorageClass,
  absentVolume,
  claimRefUid,
  claimVolumeMismatch,
  claimWithoutClass,
  unbindableClaim,
  unbindableVolume,
];
