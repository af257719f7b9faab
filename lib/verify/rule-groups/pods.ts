import type { Rule } from '../rule';
import { absentClaim } from '../rules/absent-claim';
import { absentConfigMap } from '../rules/absent-config-map';
import { absentPriorityClass } from '../rules/absent-priority-class';
import { absentRuntimeClass } from '../rules/absent-runtime-class';
import { absentSecret } from '../rules/absent-secret';
import { absentService } from '../rules/absent-service';
import { absentServiceAccount } from '../rules/absent-service-account';
import { absentStorageClass } from '../rules/absent-storage-class';
import { absentVolume } from '../rules/absent-volume';
import { derivedName } from '../rules/derived-name';
import { floatingImageTag } from '../rules/floating-image-tag';
import { governingService } from '../rules/governing-service';
import { missingKey } from '../rules/missing-key';
import { mountWithoutVolume } from '../rules/mount-without-volume';
import { noReadinessProbe } from '../rules/no-readiness-probe';
import { overlappingSelectors } from '../rules/overlapping-selectors';
import { overlappingSlots } from '../rules/overlapping-slots';
import { plaintextSecret } from '../rules/plaintext-secret';
import { pullSecretType } from '../rules/pull-secret-type';
import { replicasBesideAutoscaler } from '../rules/replicas-beside-autoscaler';
import { requestAboveLimit } from '../rules/request-above-limit';
import { sharedReadWriteOnce } from '../rules/shared-read-write-once';
import { singlePodClaim } from '../rules/single-pod-claim';
import { subPathWithoutKey } from '../rules/sub-path-without-key';
import { unmountedVolume } from '../rules/unmounted-volume';
import { volumeModeMismatch } from '../rules/volume-mode-mismatch';
import { volumesApart } from '../rules/volumes-apart';

/** The rules of pods and of what makes them, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  absentClaim,
  absentConfigMap,
  absentPriorityClass,
  absentRuntimeClass,
  absentSecret,
  absentService,
  absentServiceAccount,
  absentStorageClass,
  absentVolume,
  derivedName,
  floatingImageTag,
  governingService,
  missingKey,
  mountWithoutVolume,
  noReadinessProbe,
  overlappingSelectors,
  overlappingSlots,
  plaintextSecret,
  pullSecretType,
  replicasBesideAutoscaler,
  requestAboveLimit,
  sharedReadWriteOnce,
  singlePodClaim,
  subPathWithoutKey,
  unmountedVolume,
  volumeModeMismatch,
  volumesApart,
];
