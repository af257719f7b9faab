import { Size } from 'cdk8s';
import { PropError } from '../../lib/prop-error';
import { StorageSize } from '../../lib/storage/storage-size';

test.each(['500Mi', '1.5Gi', '10G', '1024', '1e3', '2Ei', '0.5Ki'])('%s comes out as it went in', text => {
  expect(StorageSize.of(text).toString()).toBe(text);
});

test.each([
  [StorageSize.kibibytes(4), '4Ki', 4096n],
  [StorageSize.mebibytes(500), '500Mi', 524288000n],
  [StorageSize.gibibytes(1.5), '1.5Gi', 1610612736n],
  [StorageSize.tebibytes(2), '2Ti', 2199023255552n],
  [StorageSize.pebibytes(1), '1Pi', 1125899906842624n],
  [StorageSize.of('10G'), '10G', 10000000000n],
])('%s is exact', (size, text, bytes) => {
  expect([size.toString(), size.bytes]).toEqual([text, bytes]);
});

test.each([
  [Size.kibibytes(1), '1Ki'],
  [Size.mebibytes(500), '500Mi'],
  [Size.mebibytes(1024), '1024Mi'],
  [Size.gibibytes(1.5), '1.5Gi'],
  [Size.tebibytes(3), '3Ti'],
  [Size.pebibyte(1), '1Pi'],
])('a cdk8s Size keeps the unit that it was written in: %#', (size, text) => {
  expect(StorageSize.from(size).toString()).toBe(text);
});

test('a size of another copy of cdk8s is taken', () => {
  expect(StorageSize.from({ asString: () => '5Gi' } as Size).toString()).toBe('5Gi');
});

test('sizes are compared byte by byte', () => {
  expect(StorageSize.of('10G').compare(StorageSize.of('10Gi'))).toBeLessThan(0);
  expect(StorageSize.of('1.5Gi').compare(Size.mebibytes(1536))).toBe(0);
  expect(StorageSize.of('9007199254740993').compare(StorageSize.of('9007199254740992'))).toBeGreaterThan(0);
});

test.each([
  ['0', /size must be more than zero/],
  ['0Gi', /size must be more than zero/],
  ['-5Gi', /size must be more than zero/],
  ['500m', /size must be a whole number of bytes.*'m' means thousandths/],
  ['1.1Gi', /size must be a whole number of bytes.*write 1181116007, the next/],
  ['500MB', /size must be a quantity.*received "500MB".*500Mi.*write 500Mi .* or 500M /],
  ['20gb', /write 20Gi .* or 20G /],
  ['8kib', /write 8Ki .* or 8k /],
  ['10 Gi', /write 10Gi/],
  ['big', /size must be a quantity.*write a number and one of the units/],
  ['', /size must be a quantity/],
])('%p is refused', (text, message) => {
  expect(() => StorageSize.of(text)).toThrow(message);
  expect(() => StorageSize.of(text)).toThrow(PropError);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0])('%p gibibytes are refused', amount => {
  expect(() => StorageSize.gibibytes(amount)).toThrow(/size must be/);
});
