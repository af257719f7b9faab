import type { Rule } from '../rule';
import { clusterIpTwice } from '../rules/cluster-ip-twice';
import { externalNameIp } from '../rules/external-name-ip';
import { nodePortTwice } from '../rules/node-port-twice';
import { overlappingSlots } from '../rules/overlapping-slots';
import { serviceOverWorkloads } from '../rules/service-over-workloads';
import { serviceTargetPort } from '../rules/service-target-port';
import { serviceWithoutPods } from '../rules/service-without-pods';

/** The rules of Services, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  clusterIpTwice,
  externalNameIp,
  nodePortTwice,
  overlappingSlots,
  serviceOverWorkloads,
  serviceTargetPort,
  serviceWithoutPods,
];
