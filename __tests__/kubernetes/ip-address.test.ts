import { BlockList, isIP } from 'node:net';
import * as fc from 'fast-check';
import {
  canonicalAddress,
  canonicalIp,
  ipFamily,
  parseIp,
  unfitForEndpoint,
} from '../../lib/kubernetes/ip-address';

test.each([
  ['10.20.0.11', 'IPv4'],
  ['0.0.0.0', 'IPv4'],
  ['2001:db8::1', 'IPv6'],
  ['::', 'IPv6'],
])('%p is %p', (text, family) => {
  expect(ipFamily(text)).toBe(family);
});

// The first row is what API servers 1.28 and 1.36 were seen to refuse.
test.each([
  ...['', '-1', '../x', 'a/b/c', 'zzz-other', ' 1.2.3.4', '1.2.3.4_X', 'é'],
  ...['1.2.3', '010.0.0.1', '999.1.1.1', '1.2.3.4/32', '1.2.3.4:80', '[::1]', 'fe80::1%eth0'],
])('%p is no IP address', text => {
  expect(ipFamily(text)).toBeUndefined();
});

test.each([
  ['127.0.0.1', 'a loopback address'],
  ['127.255.0.9', 'a loopback address'],
  ['::1', 'a loopback address'],
  ['169.254.169.254', 'a link-local address'],
  ['fe80::1', 'a link-local address'],
  ['febf::1', 'a link-local address'],
  ['224.0.0.251', 'a link-local multicast address'],
  ['ff02::1', 'a link-local multicast address'],
  ['0.0.0.0', 'the unspecified address'],
  ['::', 'the unspecified address'],
  ['0:0:0:0:0:0:0:0', 'the unspecified address'],
  ['::ffff:10.0.0.1', 'an IPv4 address in the notation of IPv6'],
  ['::ffff:a00:1', 'an IPv4 address in the notation of IPv6'],
])('%p is unfit: %s', (address, label) => {
  expect(unfitForEndpoint(address)).toBe(label);
});

test.each([
  '10.0.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.1.1',
  '224.0.1.1',
  '0.0.0.1',
  '2001:db8::1',
  '::2',
  'fec0::1',
  'ff05::1',
])('%p is fit', address => {
  expect(unfitForEndpoint(address)).toBeUndefined();
});

test('spellings of one address have one canonical form', () => {
  expect(canonicalAddress('2001:DB8:0:0::1')).toBe(canonicalAddress('2001:db8::1'));
  expect(canonicalAddress('2001:db8::1')).not.toBe(canonicalAddress('2001:db8::2'));
});

test.each([
  '10.9.8.7',
  '010.9.8.7',
  '::',
  '::1',
  '2001:db8::1',
  'FE80::1',
  '::ffff:10.0.0.1',
  '1:2:3:4:5:6:7::',
])('%s is an IP address', text => expect(parseIp(text)).toBeDefined());

test.each([
  '',
  'a',
  '10.9.8',
  '10.9.8.7.6',
  '10.9.8.256',
  '10.9.8.-1',
  ' 10.9.8.7',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '::1:2:3:4:5:6:7:8',
  '10000::',
  'fe80::1%eth0',
  '::10.0.0',
  '10.0.0.1::',
  '[::1]',
])('%j is no IP address', text => expect(parseIp(text)).toBeUndefined());

test.each([
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['010.0.0.1', '10.0.0.1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['0:0:0:0:0:0:0:0', '::'],
])('%s is spelled %s', (text, canonical) => {
  const ip = parseIp(text);
  expect(ip && canonicalIp(ip)).toBe(canonical);
});

test('an IPv4 address in the notation of IPv6 is of the family IPv4', () => {
  expect(parseIp('::ffff:10.0.0.1')).toMatchObject({ family: 'IPv4', mapped: true });
});

test('zeros in front of a number are seen', () => {
  expect(parseIp('10.0.0.01')?.zeroPadded).toBe(true);
  expect(parseIp('10.0.0.0')?.zeroPadded).toBe(false);
  expect(parseIp('::00001')?.zeroPadded).toBe(true);
});

test('the family is the one that Node knows', () => {
  const part = fc.oneof(
    fc.constantFrom('', '0', '00', '255', '256', 'ffff', 'FFFF1'),
    fc.nat(300).map(String),
  );
  const text = fc
    .array(part, { maxLength: 9 })
    .chain(parts => fc.constantFrom(parts.join(':'), parts.join('.')));
  fc.assert(
    fc.property(fc.oneof(text, fc.ipV4(), fc.ipV6()), address => {
      expect(ipFamily(address)).toBe(
        new Map([
          [4, 'IPv4'],
          [6, 'IPv6'],
        ]).get(isIP(address)),
      );
    }),
  );
});

test('the networks that are unfit end where Node says', () => {
  const list = new BlockList();
  list.addSubnet('fe80::', 10, 'ipv6');
  list.addSubnet('ff02::', 16, 'ipv6');
  fc.assert(
    fc.property(fc.integer({ min: 0xfe00, max: 0xffff }), first => {
      const address = `${first.toString(16)}::2`;
      expect(unfitForEndpoint(address) !== undefined).toBe(list.check(address, 'ipv6'));
    }),
  );
});
