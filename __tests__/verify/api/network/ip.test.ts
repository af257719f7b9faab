import { canonicalCidr, parseCidr, strictlyContains } from '../../../../lib/verify/api/network/cidr';
import { canonicalIp, parseIp } from '../../../../lib/verify/api/network/ip';

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
  expect(parseCidr('10.0.0.0/08')?.zeroPadded).toBe(true);
});

test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '::/129', '/8', '10.0.0.0/8/8'])(
  '%s is no network',
  text => expect(parseCidr(text)).toBeUndefined(),
);

test('the spelling of a network is that of its address', () => {
  const cidr = parseCidr('2001:DB8::/32');
  expect(cidr && canonicalCidr(cidr)).toBe('2001:db8::/32');
});

test.each([
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['0.0.0.0/0', '10.0.0.0/8', true],
  ['10.16.0.0/12', '10.31.255.0/24', true],
  ['fd00::/8', 'fd12::/16', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.1.0.0/16', '10.0.0.0/8', false],
  ['10.16.0.0/12', '10.32.0.0/16', false],
  ['::/0', '10.0.0.0/8', false],
])('%s and %s', (outer, inner, contains) => {
  const [a, b] = [parseCidr(outer), parseCidr(inner)];
  expect(a && b && strictlyContains(a, b)).toBe(contains);
});
