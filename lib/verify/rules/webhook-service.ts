import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { CALLING_KINDS, type ServerCall, serverCallsOf } from '../relations/server-calls';
import type { Rule, RuleProblem } from '../rule';

/** A webhook or an APIService whose Service the API server cannot call. */
export const webhookService: Rule = {
  meta: {
    id: 'webhook-service',
    level: 'broken',
    kinds: CALLING_KINDS,
    summary: 'the API server cannot call the Service of a webhook or an APIService',
    why: 'the server finds no such port, or no address: the webhook never answers, and with failurePolicy Fail nothing that it judges can be written any more',
    fix: 'write the number of a port of the Service, which has a cluster IP; without one the port is 443',
    see: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  },
  check(manifest, set) {
    return serverCallsOf(manifest).flatMap(call => {
      const service = set.find('Service', call.namespace, call.name);
      return service ? problemsOf(call, dataAt(service.data, 'spec')) : [];
    });
  },
};

function problemsOf({ path, name, port }: ServerCall, spec: Data): readonly RuleProblem[] {
  if (spec.type === 'ExternalName') return [];
  if (spec.clusterIP === 'None') {
    const message = `names Service '${name}', which is headless: it has no cluster IP that the server could call`;
    const fix = "remove clusterIP: None from a Service of its own for the server's calls";
    return [{ path: `${path}.name`, value: name, message, level: 'risky', fix }];
  }
  const ports = listAt(spec, 'ports').map(({ port: number }) => number);
  if (ports.includes(port)) return [];
  const has = ports.length > 0 ? `has ${ports.join(', ')}` : 'has none';
  return [
    { path: `${path}.port`, value: port, message: `is ${port}, which Service '${name}' lacks; it ${has}` },
  ];
}
