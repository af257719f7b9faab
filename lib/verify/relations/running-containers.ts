import { listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { oncePerSource } from './pod-source';

/** A port that a container declares. */
export interface DeclaredPort {
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** A container that runs as long as its pod: a sidecar among them, an init container not. */
export interface RunningContainer {
  readonly name: string;
  /** Its path in the manifest that makes the pod. */
  readonly path: string;
  /** Whether it is an init container that goes on running. */
  readonly isSidecar: boolean;
  readonly data: Data;
  readonly ports: readonly DeclaredPort[];
}

/**
 * The containers and sidecars of a pod, with the ports that they declare.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export const runningContainers = oncePerSource(({ spec, path }): readonly RunningContainer[] => {
  const running: RunningContainer[] = [];
  for (const field of ['containers', 'initContainers']) {
    for (const [index, data] of listAt(spec, field).entries()) {
      if (field === 'initContainers' && data.restartPolicy !== 'Always') continue;
      running.push({
        name: String(data.name ?? ''),
        path: `${path}.${field}[${index}]`,
        isSidecar: field === 'initContainers',
        data,
        ports: listAt(data, 'ports').map(declaredPort),
      });
    }
  }
  return running;
});

function declaredPort({ name, containerPort, protocol }: Data): DeclaredPort {
  return {
    name: typeof name === 'string' ? name : '',
    number: Number(containerPort),
    protocol: typeof protocol === 'string' ? protocol : 'TCP',
  };
}
