import { similarName } from '../../kubernetes/api-spelling';
import type { DeclaredPort } from './running-containers';
import { isMonitoring, type TargetPort } from './target-port';

/**
 * The declared port that a Service was likely meant to lead to: the one with its number or its name for another
 * protocol, with a like name, with the name of the Service's port, or else with the nearest number, if it is not for
 * monitoring alone.
 */
export function nearestPort(
  { target, servicePort, port }: TargetPort,
  declared: readonly DeclaredPort[],
): DeclaredPort | undefined {
  const like =
    typeof target === 'string'
      ? similarName(
          target,
          declared.map(({ name }) => name),
        )
      : undefined;
  const number = typeof target === 'number' ? target : port;
  return (
    declared.find(({ name, number: own }) => target === (typeof target === 'string' ? name : own)) ??
    declared.find(({ name }) => name !== '' && (name === like || name === servicePort)) ??
    declared
      .filter(
        ({ name }) => !isMonitoring({ servicePort, target: name }) || isMonitoring({ servicePort, target }),
      )
      .sort((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))[0]
  );
}
