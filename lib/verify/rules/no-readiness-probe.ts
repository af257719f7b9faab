import { dataAt } from '../judged-manifest';
import { POD_KINDS } from '../relations/pod-kinds';
import type { PodSource } from '../relations/pod-source';
import { type RunningContainer, runningContainers } from '../relations/running-containers';
import { selectingManifests } from '../relations/selecting-manifests';
import { isMonitoring, isTarget, type TargetPort, targetPortsOf } from '../relations/target-port';
import type { Rule } from '../rule';

/** A container that gets requests before it can answer them. */
export const noReadinessProbe: Rule = {
  meta: {
    id: 'no-readiness-probe',
    level: 'risky',
    kinds: POD_KINDS.filter(kind => !kind.startsWith('batch/')),
    summary: 'a container behind a Service has no readiness probe',
    why: 'a pod gets requests as soon as its processes run, before they listen, and keeps getting them when it cannot answer; each rollout loses some',
    fix: 'add a readinessProbe that asks what users ask for',
    see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  },
  check(manifest, set) {
    const source = set.podsOf(manifest);
    if (!source || endsByItself(source)) return [];
    const containers = runningContainers(source);
    if (containers.every(isProbed)) return [];
    const services = selectingManifests(set).of(source, 'Service');
    if (services.length === 0) return [];
    const found = new Map<string, string>();
    for (const service of services) {
      if (dataAt(service.data, 'spec').publishNotReadyAddresses === true) continue;
      for (const port of targetPortsOf(service)) {
        const owner = isAsked(port) ? ownerOf(port, containers) : undefined;
        if (owner && !isProbed(owner) && !found.has(owner.path)) found.set(owner.path, service.object.name);
      }
    }
    return [...found].map(([path, service]) => ({
      path: `${path}.readinessProbe`,
      message: `is missing, and Service '${service}' sends requests to the container`,
    }));
  },
};

/** A Pod for one task, such as the test of a chart. */
function endsByItself({ spec: { restartPolicy = 'Always' } }: PodSource): boolean {
  return restartPolicy !== 'Always';
}

/** Whether a probe may ask what clients ask: the monitoring is no client, and no probe speaks UDP. */
function isAsked(port: TargetPort): boolean {
  return port.protocol !== 'UDP' && !isMonitoring(port);
}

/** A webhook that writes the image, as that of Istio does for a gateway, writes the probe too. */
function isProbed({ data: { readinessProbe, image } }: RunningContainer): boolean {
  return (readinessProbe !== undefined && readinessProbe !== null) || image === 'auto';
}

/** The container that listens on a port; where none says so and none is probed, the first. */
function ownerOf(port: TargetPort, containers: readonly RunningContainer[]): RunningContainer | undefined {
  const owner = containers.find(({ ports }) => ports.some(declared => isTarget(declared, port)));
  if (owner || typeof port.target === 'string' || containers.some(isProbed)) return owner;
  return containers[0];
}
