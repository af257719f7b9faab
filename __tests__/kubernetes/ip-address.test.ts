import { canonicalAddress, ipFamily, unfitForEndpoint } from '../../lib/kubernetes/ip-address';

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
