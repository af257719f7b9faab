import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import type { DeclaredPort } from './running-containers';

const MONITORING = /metrics|monitoring|prom(etheus)?$|telemetry/i;

/** Where a port of a Service leads to. */
export interface TargetPort {
  /** The field that says so; `port` of the Service where no `targetPort` is given. */
  readonly path: string;
  /** The name of the Service's port; empty where it has none. */
  readonly servicePort: string;
  /** The number of the Service's port. */
  readonly port: number;
  /** A name that containers declare, or a number. */
  readonly target: string | number;
  readonly protocol: string;
}

/**
 * Where the ports of a Service lead to.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export function targetPortsOf(service: JudgedManifest): readonly TargetPort[] {
  return listAt(dataAt(service.data, 'spec'), 'ports').flatMap(
    ({ name, port, targetPort, protocol }, index) => {
      const isGiven =
        targetPort !== undefined && targetPort !== null && targetPort !== 0 && targetPort !== '';
      const target = isGiven ? targetPort : port;
      if (typeof target !== 'string' && typeof target !== 'number') return [];
      return [
        {
          path: `spec.ports[${index}].${isGiven ? 'targetPort' : 'port'}`,
          servicePort: typeof name === 'string' ? name : '',
          port: Number(port),
          target,
          protocol: typeof protocol === 'string' ? protocol : 'TCP',
        },
      ];
    },
  );
}

/** Whether a port that a container declares is the one that a Service looks for. */
export function isTarget(
  { name, number, protocol }: DeclaredPort,
  { target, protocol: of }: TargetPort,
): boolean {
  return protocol === of && (typeof target === 'string' ? name === target : number === target);
}

/** Whether a port is for monitoring by its name, so that who asks wants each pod, and does not mind one that is not ready. */
export function isMonitoring({ servicePort, target }: Pick<TargetPort, 'servicePort' | 'target'>): boolean {
  return [servicePort, target].some(name => typeof name === 'string' && MONITORING.test(name));
}
