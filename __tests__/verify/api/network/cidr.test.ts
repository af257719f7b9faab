import { canonicalCidr, parseCidr, strictlyContains } from '../../../../lib/verify/api/network/cidr';

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

test('zeros in front of the length of a prefix are seen', () => {
  expect(parseCidr('10.0.0.0/08')?.zeroPadded).toBe(true);
  expect(parseCidr('10.0.0.0/8')?.zeroPadded).toBe(false);
});
