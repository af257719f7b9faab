import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateEndpointSlice } from '../../../../lib/verify/api/network/endpoint-slice';
import { judged } from './judged';

const slice = (fields: object, version?: KubernetesVersion) =>
  judged(validateEndpointSlice, { addressType: 'IPv4', ...fields }, version);

const endpoint = (fields: object, version?: KubernetesVersion) =>
  slice({ endpoints: [{ addresses: ['10.0.0.1'], ...fields }] }, version);

const addressed = (addressType: string, address: string, version?: KubernetesVersion) =>
  slice({ addressType, endpoints: [{ addresses: [address] }] }, version);

test('a slice may have no endpoints and no ports', () => expect(slice({})).toEqual([]));

test('the type of its addresses', () => {
  expect(slice({ addressType: '' })).toEqual(['Required addressType']);
  expect(slice({ addressType: 'IP', endpoints: [{ addresses: ['a'] }] })).toEqual([
    'NotSupported addressType',
  ]);
});

test('an endpoint has 1 to 100 addresses', () => {
  expect(slice({ endpoints: [{}] })).toEqual(['Required endpoints[0].addresses']);
  const addresses = Array.from({ length: 101 }, (_, i) => `10.0.0.${i}`);
  expect(slice({ endpoints: [{ addresses }] })).toEqual(['TooMany endpoints[0].addresses']);
});

test('a slice has up to 1000 endpoints', () => {
  expect(slice({ endpoints: new Array(1001).fill({}) })).toEqual(['TooMany endpoints']);
});

test('a slice has up to 20,000 ports', () => {
  expect(slice({ ports: new Array(20_001).fill({}) })).toEqual(['TooMany ports']);
});

test.each([
  ['IPv4', '10.0.0.1'],
  ['IPv6', '2001:db8::1'],
  ['FQDN', 'db.example'],
  ['FQDN', 'db.example.'],
])('%s %s is in order', (type, address) => expect(addressed(type, address)).toEqual([]));

test.each([
  ['IPv4', '127.0.0.1'],
  ['IPv4', '010.0.0.1'],
  ['IPv4', 'db.example'],
  ['IPv6', 'fe80::1'],
  ['IPv6', '2001:DB8::1'],
  ['FQDN', 'db'],
  ['FQDN', 'DB.example'],
  ['FQDN', `${'a'.repeat(64)}.example`],
])('%s %s is refused', (type, address) => {
  expect(addressed(type, address)).toEqual(['Invalid endpoints[0].addresses[0]']);
});

test('an empty domain is missing', () => {
  expect(addressed('FQDN', '')).toEqual(['Required endpoints[0].addresses[0]']);
});

test('an address of the other family is refused at the list since 1.33', () => {
  expect(addressed('IPv4', '2001:db8::1', '1.32')).toEqual(['Invalid endpoints[0].addresses[0]']);
  expect(addressed('IPv4', '2001:db8::1', '1.33')).toEqual(['Invalid endpoints[0].addresses']);
  expect(addressed('IPv6', '10.0.0.1', '1.33')).toEqual(['Invalid endpoints[0].addresses']);
});

test('an IPv6 address has its canonical form since 1.33', () => {
  expect(addressed('IPv6', '2001:DB8::1', '1.32')).toEqual([]);
  expect(addressed('IPv6', '2001:DB8::1', '1.33')).toEqual(['Invalid endpoints[0].addresses[0]']);
});

test('host and node', () => {
  expect(endpoint({ hostname: 'a.b' })).toEqual(['Invalid endpoints[0].hostname']);
  expect(endpoint({ hostname: '' })).toEqual(['Invalid endpoints[0].hostname']);
  expect(endpoint({ nodeName: 'A' })).toEqual(['Invalid endpoints[0].nodeName']);
});

describe('hints', () => {
  const zones = (...names: string[]) => ({ hints: { forZones: names.map(name => ({ name })) } });
  const nodes = (...names: string[]) => ({ hints: { forNodes: names.map(name => ({ name })) } });

  it('name up to eight zones, each once', () => {
    expect(endpoint(zones('a', 'b'))).toEqual([]);
    expect(endpoint(zones('a', 'a'))).toEqual(['Duplicate endpoints[0].hints.forZones[1].name']);
    expect(endpoint(zones('a b'))).toEqual(['Invalid endpoints[0].hints.forZones[0].name']);
    expect(endpoint(zones(...'abcdefghi'))).toEqual(['TooMany endpoints[0].hints.forZones']);
  });

  it('name nodes since 1.34', () => {
    expect(endpoint(nodes('A'), '1.33')).toEqual([]);
    expect(endpoint(nodes('A'), '1.34')).toEqual(['Invalid endpoints[0].hints.forNodes[0].name']);
  });
});

test('ports have names of their own, and may lack a number', () => {
  expect(slice({ ports: [{}, { name: 'a', protocol: 'UDP', appProtocol: 'a/b' }] })).toEqual([]);
  expect(slice({ ports: [{ port: 80 }, { port: 81 }] })).toEqual(['Duplicate ports[1].name']);
  expect(slice({ ports: [{ name: 'A' }] })).toEqual(['Invalid ports[0].name']);
  expect(slice({ ports: [{ protocol: '' }] })).toEqual(['NotSupported ports[0].protocol']);
  expect(slice({ ports: [{ appProtocol: '' }] })).toEqual(['Invalid ports[0].appProtocol']);
});
