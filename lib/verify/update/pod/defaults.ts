import { type Data, isData } from '../../manifest';
import { dataOf } from '../stored/changed';
import { filled } from '../stored/fills';

/**
 * The spec of a pod with what the server sets in a pod, and not in a template of pods: requests by limits, the
 * ports of the host, links to Services and the priority that a pod has without a class.
 */
export function defaultedPod(spec: Data): Data {
  const hostNetwork = spec.hostNetwork === true;
  const seconds = spec.terminationGracePeriodSeconds;
  return {
    ...spec,
    enableServiceLinks: spec.enableServiceLinks ?? true,
    ...(typeof seconds === 'number' && seconds < 0 && { terminationGracePeriodSeconds: 1 }),
    ...containersOf(spec, 'containers', hostNetwork),
    ...containersOf(spec, 'initContainers', hostNetwork),
  };
}

function containersOf(spec: Data, name: string, hostNetwork: boolean): Data {
  const containers = spec[name];
  if (!Array.isArray(containers)) return {};
  return { [name]: containers.map(one => (isData(one) ? defaulted(one, hostNetwork) : one)) };
}

function defaulted(container: Data, hostNetwork: boolean): Data {
  const { resources, ports } = container;
  const { limits, requests } = dataOf(resources);
  return {
    // By its own image: what comes after compares it with the image of another.
    ...filled('V1Container', container),
    ...(isData(limits) && {
      resources: { ...dataOf(resources), requests: { ...limits, ...dataOf(requests) } },
    }),
    ...(hostNetwork && Array.isArray(ports) && { ports: ports.map(withHostPort) }),
  };
}

function withHostPort(port: unknown): unknown {
  return isData(port) && !port.hostPort ? { ...port, hostPort: port.containerPort } : port;
}
