import { validateEndpoints } from '../../../../lib/verify/api/network/endpoints';
import { judged } from './judged';

const subset = (fields: object) => judged(validateEndpoints, { subsets: [fields] });
const ADDRESSES = [{ ip: '203.0.113.1' }];

test('Endpoints may have no subsets', () => {
  expect(judged(validateEndpoints, {})).toEqual([]);
});

test('a subset has an address, ready or not', () => {
  expect(subset({ ports: [{ port: 80 }] })).toEqual(['Required subsets[0]']);
  expect(subset({ notReadyAddresses: ADDRESSES })).toEqual([]);
});

test('what is no address is refused twice', () => {
  expect(subset({ addresses: [{ ip: 'db.example' }] })).toEqual([
    'Invalid subsets[0].addresses[0].ip',
    'Invalid subsets[0].addresses[0].ip',
  ]);
});

test.each<[object, string]>([
  [{ addresses: [{ ip: '127.0.0.1' }] }, 'Invalid subsets[0].addresses[0].ip'],
  [{ notReadyAddresses: [{ ip: 'fe80::1' }] }, 'Invalid subsets[0].notReadyAddresses[0].ip'],
  [{ addresses: [{ ip: '10.0.0.1', hostname: 'a.b' }] }, 'Invalid subsets[0].addresses[0].hostname'],
  [{ addresses: [{ ip: '10.0.0.1', nodeName: '' }] }, 'Invalid subsets[0].addresses[0].nodeName'],
  [{ addresses: ADDRESSES, ports: [{ port: 0 }] }, 'Invalid subsets[0].ports[0].port'],
  [
    { addresses: ADDRESSES, ports: [{ port: 1, protocol: 'http' }] },
    'NotSupported subsets[0].ports[0].protocol',
  ],
  [{ addresses: ADDRESSES, ports: [{ port: 1, name: 'A' }] }, 'Invalid subsets[0].ports[0].name'],
  [
    { addresses: ADDRESSES, ports: [{ port: 1, appProtocol: 'a b' }] },
    'Invalid subsets[0].ports[0].appProtocol',
  ],
  [
    { addresses: ADDRESSES, ports: [{ port: 1, name: 'a' }, { port: 2 }] },
    'Required subsets[0].ports[1].name',
  ],
])('%j is refused', (fields, error) => expect(subset(fields)).toEqual([error]));
