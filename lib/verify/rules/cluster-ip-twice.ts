import { isSameObject } from '../relations/same-object';
import { clusterIpHolders, clusterIpsOf, holderText } from '../relations/service-allocations';
import type { Rule } from '../rule';

/** A cluster IP that another Service has. */
export const clusterIpTwice: Rule = {
  meta: {
    id: 'cluster-ip-twice',
    level: 'broken',
    kinds: ['Service'],
    summary: 'two Services ask for one cluster IP',
    why: 'a cluster IP is given once: the server refuses the Service that comes second',
    fix: 'write another address of the range, or leave it to the server; where the input is several environments, verify each of them by itself',
    see: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/',
  },
  check(service, set) {
    return clusterIpsOf(service).flatMap(({ path, ip }) => {
      const holder = clusterIpHolders(set).get(ip);
      if (!holder || isSameObject(holder, service)) return [];
      const message = `asks for address ${ip}, which ${holderText(holder)}`;
      return [{ path, value: ip, message }];
    });
  },
};
