import { hostNameComplaint } from '../../lib/services/host-name';

const complaint = (host: string) => hostNameComplaint(host, address => `addresses: ['${address}']`);

test.each([
  'api.pay.example',
  'db',
  'a-1.b-2.example',
  'postgres.other.svc.cluster.local',
  'xn--9ca.example',
  `${'a'.repeat(63)}.example`,
])('%p is a host name', host => {
  expect(complaint(host)).toBeUndefined();
});

test.each([
  // What cdk8s-plus lets through: externalName http://10.0.0.1:80/, an ExternalName that is an IP, upper case.
  ['http://10.0.0.1:80/', /is an IP address/, /addresses: \['10.0.0.1'\]/],
  ['10.0.0.1', /is an IP address/, /addresses: \['10.0.0.1'\]/],
  ['10.0.0.1:80', /is an IP address/, /addresses: \['10.0.0.1'\]/],
  ['2001:db8::1', /is an IP address/, /addresses: \['2001:db8::1'\]/],
  ['[2001:db8::1]:443', /is an IP address/, /addresses: \['2001:db8::1'\]/],
  ['https://api.pay.example/v1', /is a URL/, /'api.pay.example'/],
  ['https://api.pay.example:8443', /is a URL/, /'api.pay.example'/],
  ['api.pay.example:443', /holds a port/, /'api.pay.example', and 443 as port/],
  ['api.pay.example/v1', /holds a path/, /'api.pay.example'/],
  ['api.pay.example.', /ends with a dot/, /'api.pay.example'/],
  ['API.pay.example', /lower-case/, /write 'api.pay.example'/],
  ['é.example', /must be/, /write 'xn--9ca.example'/],
  ['999.1.1.1', /ends in a number/, /./],
  [`${'a'.repeat(64)}.example`, /part of 64 characters, and DNS takes 63/, /./],
  [`${'a.'.repeat(127)}ab`, /no longer than 253/, /./],
  ['*.pay.example', /must be/, /./],
  ['user@db.example', /must be/, /./],
  // What API servers 1.28 and 1.36 were seen to refuse.
  ['', /must be/, /./],
  ['../x', /./, /./],
  ['-1', /must be/, /./],
  ['a/b/c', /holds a path/, /'a'/],
  [' a.b.c', /must be/, /./],
  ['A.B.C_X', /must be/, /./],
])('%p is none', (host, problem, fix) => {
  expect(complaint(host)).toMatchObject({
    problem: expect.stringMatching(problem),
    fix: expect.stringMatching(fix),
  });
});

test('a password in a URL is not shown', () => {
  expect(JSON.stringify(complaint('postgres://app:secret@db.example/orders'))).not.toContain('secret');
  expect(complaint('https://db.example')?.received).toBe('https://db.example');
});
