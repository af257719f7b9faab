import { dnsLabelComplaints } from '../../lib/kubernetes/dns-format';
import { checkName, derivedName } from '../../lib/naming/object-name';
import { testChart } from '../render';

const check = (name: string, max = 52) =>
  checkName(testChart(), {
    prop: 'name',
    name,
    complaints: dnsLabelComplaints,
    budget: { max, because: 'a hash takes the rest' },
  });

test('a name that is made on the way begins with the name that it belongs to', () => {
  expect(derivedName('postgres', 'client')).toBe('postgres-client');
});

test('a name within format and budget is taken', () => {
  expect(() => check('a'.repeat(52))).not.toThrow();
});

test('a name that breaks its format is refused', () => {
  expect(() => check('Postgres')).toThrow(/name must be lower-case.*received "Postgres"/);
});

test('a name over its budget is refused with the length left', () => {
  expect(() => check('a'.repeat(58))).toThrow(
    /name has 58 characters, 6 too many: a hash takes the rest.*allowed: 52 characters/,
  );
});

test('the shortened name that is offered is one', () => {
  expect(() => check('abc-def', 4)).toThrow(/fix: shorten it to 4 characters: 'abc'$/);
});
