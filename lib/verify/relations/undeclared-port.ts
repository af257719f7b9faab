import { dataAt, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import type { RunningContainer } from './running-containers';
import type { TargetPort } from './target-port';

/** The port of DNS, which is mostly open for both protocols. */
const DNS = 53;
const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];
const WAYS = ['httpGet', 'tcpSocket', 'grpc'];

/**
 * Whether a number that no container declares for the protocol may be open all the same: a container declares no
 * ports at all, or it is told the number by its command, its arguments, its variables or its probes, such as in
 * `--metrics-bind-address=:8443`; or it is the port of DNS, and declared for the other protocol.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export function mayBeOpen({ target, port }: TargetPort, containers: readonly RunningContainer[]): boolean {
  if (typeof target !== 'number') return false;
  const isDns = target === DNS || port === DNS;
  const word = new RegExp(`\\b${target}\\b`);
  return containers.some(
    ({ ports, data }) =>
      ports.length === 0 ||
      (isDns && ports.some(({ number }) => number === target)) ||
      isTold(data, target, word),
  );
}

function isTold(container: Data, number: number, word: RegExp): boolean {
  const texts = [container.command, container.args, ...listAt(container, 'env').map(({ value }) => value)];
  if (texts.flat().some(text => word.test(String(text)))) return true;
  const handlers = [
    ...PROBES.map(probe => dataAt(container, probe)),
    ...HOOKS.map(hook => dataAt(container, 'lifecycle', hook)),
  ];
  return handlers.some(
    handler =>
      WAYS.some(way => dataAt(handler, way).port === number) ||
      [dataAt(handler, 'exec').command].flat().some(text => word.test(String(text))),
  );
}
