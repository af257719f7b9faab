import { validateIpAddress } from '../../../../lib/verify/api/network/ip-address';
import { validateServiceCidr } from '../../../../lib/verify/api/network/service-cidr';
import { judged } from './judged';

const PARENT = { resource: 'services', name: 'web', namespace: 'shop' };

const address = (name: string, parentRef?: object) =>
  judged(validateIpAddress, { metadata: { name }, spec: { parentRef } });

const cidrs = (...list: string[]) => judged(validateServiceCidr, { spec: { cidrs: list } });
const BOTH_WRONG = { spec: { cidrs: ['a', 'b'] } };

test('an IPAddress is named after the address', () => {
  expect(address('10.0.0.1', PARENT)).toEqual([]);
  expect(address('2001:db8::1', PARENT)).toEqual([]);
  for (const name of ['web', '010.0.0.1', '2001:DB8::1', '::ffff:10.0.0.1']) {
    expect(address(name, PARENT)).toEqual(['Invalid metadata.name']);
  }
});

test('an IPAddress belongs to something', () => {
  expect(address('10.0.0.1')).toEqual(['Required spec.parentRef']);
  expect(address('10.0.0.1', { group: 'A', namespace: 'a/b' })).toEqual([
    'Invalid spec.parentRef.group',
    'Required spec.parentRef.resource',
    'Required spec.parentRef.name',
    'Invalid spec.parentRef.namespace',
  ]);
});

test('a ServiceCIDR has one network of each family', () => {
  expect(cidrs('10.0.0.0/16')).toEqual([]);
  expect(cidrs('10.0.0.0/16', 'fd00::/108')).toEqual([]);
  expect(cidrs()).toEqual(['Required spec.cidrs']);
  expect(cidrs('10.0.0.0/16', '10.1.0.0/16')).toEqual(['Invalid spec.cidrs']);
  expect(cidrs('10.0.0.0/16', '10.1.0.0/16', 'fd00::/108')).toEqual(['Invalid spec.cidrs']);
});

test('the networks of a ServiceCIDR have their canonical form', () => {
  expect(cidrs('10.0.0.1/16')).toEqual(['Invalid spec.cidrs[0]']);
  expect(cidrs('FD00::/108')).toEqual(['Invalid spec.cidrs[0]']);
});

test('networks that cannot be read are not compared since 1.33', () => {
  const each = ['Invalid spec.cidrs[0]', 'Invalid spec.cidrs[1]'];
  expect(judged(validateServiceCidr, BOTH_WRONG, '1.32')).toEqual(['Invalid spec.cidrs', ...each]);
  expect(judged(validateServiceCidr, BOTH_WRONG, '1.33')).toEqual(each);
});
