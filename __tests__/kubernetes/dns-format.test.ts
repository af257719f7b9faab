import {
  dns1035LabelComplaints,
  dnsLabelComplaints,
  dnsSubdomainComplaints,
  portNameComplaints,
  portNumberComplaints,
} from '../../lib/kubernetes/dns-format';

const repeat = (length: number) => 'a'.repeat(length);

interface Format {
  readonly complaints: (value: string) => readonly string[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

/** The bad ones of the first row of each list are what API servers 1.28 and 1.36 were seen to refuse. */
const FORMATS: Readonly<Record<string, Format>> = {
  'a DNS label': {
    complaints: dnsLabelComplaints,
    good: ['a', '0', 'web-2', '2-web', '123', 'a--b', repeat(63)],
    bad: [
      ...['', '-1', '../x', 'a/b/c', ' web', 'é', 'WEB_X', repeat(64)],
      ...['web-', 'a.b', 'a_b', 'Web', 'web\n'],
    ],
  },
  'a DNS label of RFC 1035': {
    complaints: dns1035LabelComplaints,
    good: ['a', 'web-2', 'a--b', repeat(63)],
    bad: [
      ...['', '-1', '../x', 'a/b/c', ' web', 'é', 'WEB_X', repeat(64)],
      ...['2-web', '123', 'web-', 'a.b', 'Web'],
    ],
  },
  'a DNS subdomain name': {
    complaints: dnsSubdomainComplaints,
    good: ['a', '0', '1.2.3.4', 'api.pay.example', 'zzz-other', 'a.b', repeat(64), repeat(253)],
    bad: [
      ...['', '-1', '../x', 'a/b/c', ' a.b.c', 'é', 'A.B.C_X', repeat(300)],
      ...['a..b', '.a', 'a.', 'a-.b', 'a.-b', repeat(254)],
    ],
  },
  'the name of a port': {
    complaints: portNameComplaints,
    good: ['a', 'http', 'http-2', '8080-tcp', 'zzz-other', repeat(15)],
    bad: [
      ...['-1', '../x', 'a/b/c', ' p1', 'P1_X', 'é', repeat(64)],
      ...['', '8080', 'a--b', 'http-', repeat(16)],
    ],
  },
};

describe.each(Object.entries(FORMATS))('%s', (_, { complaints, good, bad }) => {
  test.each(good)('takes %p', value => {
    expect(complaints(value)).toEqual([]);
  });

  test.each(bad)('refuses %p', value => {
    expect(complaints(value)).not.toEqual([]);
  });
});

test('the complaint about a long name says the length that it has', () => {
  expect(dnsLabelComplaints(repeat(70))).toEqual([expect.stringMatching(/63 characters, and has 70/)]);
});

test('upper-case names are refused', () => {
  expect(dns1035LabelComplaints('Payments')).toEqual([expect.stringMatching(/lower-case/)]);
});

test('the name of a port without a lower-case letter is told which letters count', () => {
  expect(portNameComplaints('HTTP')).toContain('must hold a lower-case letter (a-z)');
});

test.each([1, 80, 65535])('port %p is taken', port => {
  expect(portNumberComplaints(port)).toEqual([]);
});

test.each([0, -1, 65536, 70000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('port %p is refused', port => {
  expect(portNumberComplaints(port)).toEqual([expect.stringMatching(/1 to 65535/)]);
});
