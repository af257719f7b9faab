import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateService } from '../../../../lib/verify/api/network/service';
import { judged } from './judged';

const ports = (list: object[], fields: object = {}, version?: KubernetesVersion) =>
  judged(validateService, { spec: { ports: list, ...fields } }, version);

test.each([
  { port: 80 },
  { port: 80, targetPort: 'http' },
  { port: 80, targetPort: 0 },
  { port: 80, targetPort: '' },
  { port: 80, protocol: '', appProtocol: 'kubernetes.io/h2c', name: '' },
  { port: 65535, protocol: 'SCTP', nodePort: 0 },
])('%j is in order', port => expect(ports([port])).toEqual([]));

test.each<[object, string]>([
  [{ port: 80, targetPort: '8080' }, 'Invalid spec.ports[0].targetPort'],
  [{ port: 80, targetPort: 70000 }, 'Invalid spec.ports[0].targetPort'],
  [{ port: 80, targetPort: 'a-very-long-port-name' }, 'Invalid spec.ports[0].targetPort'],
  [{ port: 80, name: 'HTTP' }, 'Invalid spec.ports[0].name'],
  [{ port: 80, protocol: 'tcp' }, 'NotSupported spec.ports[0].protocol'],
  [{ port: 80, appProtocol: '' }, 'Invalid spec.ports[0].appProtocol'],
  [{ port: 80, nodePort: 30080 }, 'Forbidden spec.ports[0].nodePort'],
])('%j is refused', (port, error) => expect(ports([port])).toEqual([error]));

test('a port without a number has no target either', () => {
  expect(ports([{}])).toEqual(['Invalid spec.ports[0].port', 'Invalid spec.ports[0].targetPort']);
});

test('several ports have names, each its own', () => {
  expect(ports([{ port: 80 }, { port: 81, name: 'b' }])).toEqual(['Required spec.ports[0].name']);
  expect(
    ports([
      { port: 80, name: 'a' },
      { port: 81, name: 'a' },
    ]),
  ).toEqual(['Duplicate spec.ports[1].name']);
});

test('a number, and a node port, stand once for each protocol', () => {
  const dns = { port: 53, nodePort: 30053 };
  const udp = { ...dns, name: 'udp', protocol: 'UDP' };
  expect(ports([{ ...dns, name: 'tcp' }, udp], { type: 'NodePort' })).toEqual([]);
  expect(ports([{ ...dns, name: 'tcp', protocol: 'UDP' }, udp], { type: 'NodePort' })).toEqual([
    'Duplicate spec.ports[1].nodePort',
    'Duplicate spec.ports[1]',
  ]);
});

test('the port of kubelet could not be exposed before 1.33', () => {
  const fields = { type: 'LoadBalancer' };
  expect(ports([{ port: 10250 }], fields, '1.32')).toEqual(['Invalid spec.ports[0]']);
  expect(ports([{ port: 10250 }], fields, '1.33')).toEqual([]);
});

test('accepted without a word: nodePort 99999', () => {
  expect(ports([{ port: 80, nodePort: 99999 }], { type: 'NodePort' })).toEqual([
    'broken Invalid spec.ports[0].nodePort',
  ]);
});

test('which node ports a cluster has is not known', () => {
  expect(ports([{ port: 80, nodePort: 8080 }], { type: 'NodePort' })).toEqual([]);
});
