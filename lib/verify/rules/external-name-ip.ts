import { dataAt } from '../judged-manifest';
import type { Rule } from '../rule';

/** Four numbers with dots between them: the server takes it for a DNS name. */
const ADDRESS = /^\d+\.\d+\.\d+\.\d+\.?$/;

/** An external name that is an address. */
export const externalNameIp: Rule = {
  meta: {
    id: 'external-name-ip',
    level: 'broken',
    kinds: ['Service'],
    summary: 'the externalName of a Service is an IP address',
    why: 'the cluster answers with a CNAME to a host that is called like the address, and no such host exists: the name never resolves',
    fix: 'write a host name, or a Service without a selector and an EndpointSlice with the address',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  },
  check({ data }) {
    const { type, externalName } = dataAt(data, 'spec');
    if (type !== 'ExternalName' || typeof externalName !== 'string' || !ADDRESS.test(externalName)) return [];
    return [
      {
        path: 'spec.externalName',
        value: externalName,
        message: `is the IP address '${externalName}', and a host name is wanted`,
      },
    ];
  },
};
