import { fitsScalar } from '../../../lib/verify/schema/scalar';

test.each([
  '2024-02-29T08:00:00Z',
  '2024-01-31T08:00:00.5Z',
  '2024-01-31T8:00:00+02:00',
  '0001-01-01T00:00:00Z',
])('%s is a time', text => {
  expect(fitsScalar(text, 'date-time')).toBe(true);
});

test.each([
  '',
  '2024-01-31',
  '2024-01-31 08:00:00Z',
  '2024-01-31t08:00:00z',
  '2023-02-29T08:00:00Z',
  '2024-13-01T08:00:00Z',
  '2024-01-00T08:00:00Z',
  '2024-01-31T24:00:00Z',
  '2024-01-31T08:00:60Z',
  '2024-01-31T08:00:00',
  '2024-01-31T08:00:00+0200',
])('%s is no time', text => {
  expect(fitsScalar(text, 'date-time')).toBe(false);
});

test('times with microseconds have six digits of them', () => {
  expect(fitsScalar('2024-01-31T08:00:00.000000Z', 'date-time-micro')).toBe(true);
  expect(fitsScalar('2024-01-31T08:00:00Z', 'date-time-micro')).toBe(false);
  expect(fitsScalar('2024-01-31T08:00:00.5Z', 'date-time-micro')).toBe(false);
});

test.each(['', 'YQ==', 'YWE=', 'YWFh', 'YW\r\nFh'])('%j is base64', text => {
  expect(fitsScalar(text, 'byte')).toBe(true);
});

test.each(['a', 'YQ', 'YQ=', 'YQ===', 'Y Q==', 'YWFh=', 'YW-_', '===='])('%j is no base64', text => {
  expect(fitsScalar(text, 'byte')).toBe(false);
});

test('whole numbers have the range of their type', () => {
  expect(fitsScalar(2 ** 31 - 1, 'int32')).toBe(true);
  expect(fitsScalar(2 ** 31, 'int32')).toBe(false);
  expect(fitsScalar(-(2 ** 31), 'int32')).toBe(true);
  expect(fitsScalar(2 ** 31, 'int64')).toBe(true);
  expect(fitsScalar(2 ** 64, 'int64')).toBe(false);
});

test('the largest int64 fits, which JavaScript reads as one more', () => {
  expect(fitsScalar(JSON.parse('9223372036854775807'), 'int64')).toBe(true);
});
