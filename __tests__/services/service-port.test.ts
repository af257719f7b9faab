import { ClusterService } from '../../lib/services/cluster-service';
import { checkPorts, type ServicePort } from '../../lib/services/service-port';
import { testChart } from '../render';

const offer = (...ports: ServicePort[]) => new ClusterService(testChart(), 'web', { ports });

test.each<[string, ServicePort[], RegExp]>([
  ['a number out of range', [{ number: 70000 }], /ports\[0\].number must be .*received 70000/],
  ['a target out of range', [{ number: 80, targetPort: 0 }], /ports\[0\].targetPort must be/],
  ['a target that is no port name', [{ number: 80, targetPort: 'HTTP' }], /ports\[0\].targetPort must be/],
  ['a bad name', [{ name: 'Http', number: 80 }], /ports\[0\].name must be/],
  ['a bad application protocol', [{ number: 80, appProtocol: 'h 2' }], /ports\[0\].appProtocol name must be/],
  ['several without names', [{ name: 'a', number: 80 }, { number: 81 }], /ports\[1\].name is required/],
  [
    'a name twice',
    [
      { name: 'a', number: 80 },
      { name: 'a', number: 81 },
    ],
    /ports\[1\].name is used by another port/,
  ],
  [
    'a number twice',
    [
      { name: 'a', number: 80 },
      { name: 'b', number: 80, protocol: 'TCP' },
    ],
    /ports\[1\].number is used by another port of that protocol/,
  ],
])('%s is refused', (_, ports, message) => {
  expect(() => offer(...ports)).toThrow(message);
});

test('one number may be offered over two protocols', () => {
  expect(() =>
    offer({ name: 'tcp', number: 53 }, { name: 'udp', number: 53, protocol: 'UDP' }),
  ).not.toThrow();
});

test('the port name of a Service is a DNS label, longer than that of a container port may be', () => {
  const port = { name: 'client-to-server-2', number: 80 };
  expect(() => offer(port)).not.toThrow();
  expect(() => checkPorts(testChart(), [port])).toThrow(/no longer than 15/);
});

test('a port that is bound later is checked with those before it', () => {
  const service = offer({ name: 'a', number: 80 });
  expect(() => service.bind(80, { name: 'b' })).toThrow(/number is used/);
  expect(service.servicePorts).toEqual([{ name: 'a', number: 80 }]);
});
