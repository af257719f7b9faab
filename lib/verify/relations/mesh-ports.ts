/** Names of ports of proxies that a mesh puts into pods: Istio's, Linkerd's. */
const NAMES: ReadonlySet<string> = new Set([
  'http-envoy-prom',
  'linkerd-proxy',
  'linkerd-admin',
  'istio-metrics',
]);

/** First and last of the ports of such proxies: Linkerd's, Istio's, Consul's. */
const NUMBERS: readonly (readonly [number, number])[] = [
  [4143, 4143],
  [4190, 4191],
  [15000, 15099],
  [20000, 20200],
];

/** Whether a port is one of a proxy that a mesh puts into pods, so that no container of the input declares it. */
export function isMeshPort(port: string | number): boolean {
  return typeof port === 'string'
    ? NAMES.has(port)
    : NUMBERS.some(([first, last]) => port >= first && port <= last);
}
