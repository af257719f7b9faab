import type { Rule } from './rule';
import { absentClaim } from './rules/absent-claim';
import { absentConfigMap } from './rules/absent-config-map';
import { absentIngressClass } from './rules/absent-ingress-class';
import { absentPriorityClass } from './rules/absent-priority-class';
import { absentRole } from './rules/absent-role';
import { absentRuntimeClass } from './rules/absent-runtime-class';
import { absentScaleTarget } from './rules/absent-scale-target';
import { absentSecret } from './rules/absent-secret';
import { absentService } from './rules/absent-service';
import { absentServiceAccount } from './rules/absent-service-account';
import { absentStorageClass } from './rules/absent-storage-class';
import { absentVolume } from './rules/absent-volume';
import { autoscalerMetric } from './rules/autoscaler-metric';
import { autoscalerTarget } from './rules/autoscaler-target';
import { autoscalersOverSamePods } from './rules/autoscalers-over-same-pods';
import { backendPort } from './rules/backend-port';
import { budgetsOverSamePods } from './rules/budgets-over-same-pods';
import { claimRefUid } from './rules/claim-ref-uid';
import { claimVolumeMismatch } from './rules/claim-volume-mismatch';
import { claimWithoutClass } from './rules/claim-without-class';
import { clusterIpTwice } from './rules/cluster-ip-twice';
import { derivedName } from './rules/derived-name';
import { dnsIsolatedPods } from './rules/dns-isolated-pods';
import { duplicateIdentity } from './rules/duplicate-identity';
import { endpointPortName } from './rules/endpoint-port-name';
import { exceededQuota } from './rules/exceeded-quota';
import { externalNameBehindIngress } from './rules/external-name-behind-ingress';
import { externalNameIp } from './rules/external-name-ip';
import { floatingImageTag } from './rules/floating-image-tag';
import { fqdnEndpointSlice } from './rules/fqdn-endpoint-slice';
import { governingService } from './rules/governing-service';
import { ingressPathTwice } from './rules/ingress-path-twice';
import { missingKey } from './rules/missing-key';
import { mountWithoutVolume } from './rules/mount-without-volume';
import { noReadinessProbe } from './rules/no-readiness-probe';
import { nodePortTwice } from './rules/node-port-twice';
import { overlappingSelectors } from './rules/overlapping-selectors';
import { overlappingSlots } from './rules/overlapping-slots';
import { overwrittenEndpoints } from './rules/overwritten-endpoints';
import { plaintextSecret } from './rules/plaintext-secret';
import { pullSecretType } from './rules/pull-secret-type';
import { replicasBesideAutoscaler } from './rules/replicas-beside-autoscaler';
import { requestAboveLimit } from './rules/request-above-limit';
import { selectorWithoutPods } from './rules/selector-without-pods';
import { serviceOverWorkloads } from './rules/service-over-workloads';
import { serviceTargetPort } from './rules/service-target-port';
import { serviceWithoutPods } from './rules/service-without-pods';
import { sharedReadWriteOnce } from './rules/shared-read-write-once';
import { singlePodClaim } from './rules/single-pod-claim';
import { subPathWithoutKey } from './rules/sub-path-without-key';
import { subjectInOtherNamespace } from './rules/subject-in-other-namespace';
import { tlsSecretWithoutKeys } from './rules/tls-secret-without-keys';
import { unbindableClaim } from './rules/unbindable-claim';
import { unbindableVolume } from './rules/unbindable-volume';
import { undrainableBudget } from './rules/undrainable-budget';
import { unmountedVolume } from './rules/unmounted-volume';
import { volumeModeMismatch } from './rules/volume-mode-mismatch';
import { volumesApart } from './rules/volumes-apart';
import { webhookService } from './rules/webhook-service';

/** Every rule, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  absentClaim,
  absentConfigMap,
  absentIngressClass,
  absentPriorityClass,
  absentRole,
  absentRuntimeClass,
  absentScaleTarget,
  absentSecret,
  absentService,
  absentServiceAccount,
  absentStorageClass,
  absentVolume,
  autoscalerMetric,
  autoscalerTarget,
  autoscalersOverSamePods,
  backendPort,
  budgetsOverSamePods,
  claimRefUid,
  claimVolumeMismatch,
  claimWithoutClass,
  clusterIpTwice,
  derivedName,
  dnsIsolatedPods,
  duplicateIdentity,
  endpointPortName,
  exceededQuota,
  externalNameBehindIngress,
  externalNameIp,
  floatingImageTag,
  fqdnEndpointSlice,
  governingService,
  ingressPathTwice,
  missingKey,
  mountWithoutVolume,
  noReadinessProbe,
  nodePortTwice,
  overlappingSelectors,
  overlappingSlots,
  overwrittenEndpoints,
  plaintextSecret,
  pullSecretType,
  replicasBesideAutoscaler,
  requestAboveLimit,
  selectorWithoutPods,
  serviceOverWorkloads,
  serviceTargetPort,
  serviceWithoutPods,
  sharedReadWriteOnce,
  singlePodClaim,
  subPathWithoutKey,
  subjectInOtherNamespace,
  tlsSecretWithoutKeys,
  unbindableClaim,
  unbindableVolume,
  undrainableBudget,
  unmountedVolume,
  volumeModeMismatch,
  volumesApart,
  webhookService,
];
