import { portNameComplaints } from '../../kubernetes/dns-format';
import { isBefore } from '../../kubernetes/kubernetes-version';
import { dataAt } from '../judged-manifest';
import type { ManifestSet } from '../relations/manifest-set';
import { isMeshPort } from '../relations/mesh-ports';
import { nearestPort } from '../relations/nearest-port';
import type { PodSource } from '../relations/pod-source';
import { type RunningContainer, runningContainers } from '../relations/running-containers';
import { selectedPods } from '../relations/selected-pods';
import { isTarget, type TargetPort, targetPortsOf } from '../relations/target-port';
import { mayBeOpen } from '../relations/undeclared-port';
import { mayHaveUnseenContainers } from '../relations/unseen-containers';
import type { Rule, RuleProblem } from '../rule';

/** The version that looks for names among the ports of sidecars, too. */
const SIDECAR_NAMES = '1.33';

/** A port of a Service that no container behind it has. */
export const serviceTargetPort: Rule = {
  meta: {
    id: 'service-target-port',
    level: 'broken',
    kinds: ['Service'],
    summary: 'a port of a Service leads to a port that no container behind it has',
    why: 'a name that no container declares leads nowhere, and connections are refused; a number is judged only where every container behind the Service lists its ports, and none is told it by an argument, a variable or a probe',
    fix: 'write the name, the number and the protocol of a port that a container declares, or declare the port',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  },
  check(service, set) {
    const sources = selectedPods(set).ofSeen(service);
    if (sources.length === 0) return [];
    // A headless Service sends nobody to a number: clients connect to the pod itself.
    const isHeadless = dataAt(service.data, 'spec').clusterIP === 'None';
    return targetPortsOf(service)
      .filter(port => !(isHeadless && typeof port.target === 'number'))
      .filter(port => !sources.some(source => mayHavePort(source, port, set)))
      .map(port => ({ path: port.path, value: port.target, ...problemOf(port, sources) }));
  },
};

function mayHavePort(source: PodSource, port: TargetPort, set: ManifestSet): boolean {
  const containers = runningContainers(source);
  const isName = typeof port.target === 'string';
  const isFound = ({ ports, isSidecar }: RunningContainer) =>
    !(isName && isSidecar && isBefore(set.version, SIDECAR_NAMES)) &&
    ports.some(declared => isTarget(declared, port));
  if (containers.some(isFound)) return true;
  // What is not declared may be open all the same; a name has to be.
  return mayBeOpen(port, containers) || isMeshPort(port.target) || mayHaveUnseenContainers(source, set);
}

function problemOf(port: TargetPort, sources: readonly PodSource[]): Pick<RuleProblem, 'message' | 'fix'> {
  const { target, protocol } = port;
  const declared = sources.flatMap(runningContainers).flatMap(({ ports }) => ports);
  const what = typeof target === 'string' ? `'${target}'` : `${target}`;
  const near = nearestPort(port, declared);
  const same = declared.filter(({ name, number }) => (typeof target === 'string' ? name : number) === target);
  if (same.some(each => each.protocol === protocol)) {
    return {
      message: `leads to port ${what}, which a sidecar declares: before ${SIDECAR_NAMES} no Service finds it by name`,
      fix: `write targetPort: ${near?.number}`,
    };
  }
  if (same[0]) {
    const message = `leads to port ${what} for ${protocol}, which the pods declare for ${same[0].protocol} only`;
    return { message, fix: `write protocol: ${same[0].protocol}, or declare the port for ${protocol}` };
  }
  const all = declared.map(({ name, number }) => (name === '' ? `${number}` : `'${name}' (${number})`));
  const list = all.length > 0 ? `declared are ${[...new Set(all)].join(', ')}` : 'they declare none';
  const message = `leads to port ${what}, which no container of the selected pods declares; ${list}`;
  const declare = `declare port ${what} in a container`;
  if (!near) return { message, fix: declare };
  const isTaken = portNameComplaints(near.name).length === 0;
  return { message, fix: `write targetPort: ${isTaken ? near.name : near.number}, or ${declare}` };
}
