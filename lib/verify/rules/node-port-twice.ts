import { isSameObject } from '../relations/same-object';
import { holderText, nodePortHolders, nodePortsOf } from '../relations/service-allocations';
import type { Rule } from '../rule';

/** A node port that another Service has. */
export const nodePortTwice: Rule = {
  meta: {
    id: 'node-port-twice',
    level: 'broken',
    kinds: ['Service'],
    summary: 'two Services ask for one node port',
    why: 'a node port is given once in a cluster, whatever the protocol: the server refuses the Service that comes second',
    fix: 'write another port of the range, or leave it to the server; where the input is several environments, verify each of them by itself',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  },
  check(service, set) {
    return nodePortsOf(service).flatMap(({ path, port }) => {
      const holder = nodePortHolders(set).get(port);
      if (!holder || isSameObject(holder, service)) return [];
      const message = `asks for node port ${port}, which ${holderText(holder)}`;
      return [{ path, value: port, message }];
    });
  },
};
