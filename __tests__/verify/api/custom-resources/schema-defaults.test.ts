import { withDefaults } from '../../../../lib/verify/api/custom-resources/schema-defaults';

const NUMBER = { type: 'integer', default: 3 };
const of = (value: unknown, properties: object) =>
  withDefaults(value, { type: 'object', properties } as object);

test('a field that is missing has its default', () => {
  expect(of({ b: 1 }, { a: NUMBER, b: NUMBER, c: { type: 'string' } })).toEqual({ a: 3, b: 1 });
  expect(of({ a: 0 }, { a: NUMBER })).toEqual({ a: 0 });
});

test('null is missing, but where it may be null', () => {
  expect(of({ a: null }, { a: NUMBER })).toEqual({ a: 3 });
  expect(of({ a: null }, { a: { ...NUMBER, nullable: true } })).toEqual({ a: null });
  expect(of({ a: null, b: 1 }, { a: { type: 'integer' } })).toEqual({ b: 1 });
});

test('defaults stand in objects that are there, and in defaults', () => {
  const inside = { type: 'object', properties: { n: NUMBER } };
  expect(of({}, { a: inside })).toEqual({});
  expect(of({ a: {} }, { a: inside })).toEqual({ a: { n: 3 } });
  expect(of({}, { a: { ...inside, default: { m: 1 } } })).toEqual({ a: { m: 1, n: 3 } });
});

test('defaults stand in lists and maps', () => {
  const item = { type: 'object', properties: { n: NUMBER } };
  expect(of({ a: [{}, { n: 1 }] }, { a: { type: 'array', items: item } })).toEqual({
    a: [{ n: 3 }, { n: 1 }],
  });
  expect(of({ a: { k: {} } }, { a: { type: 'object', additionalProperties: item } })).toEqual({
    a: { k: { n: 3 } },
  });
  expect(of({ a: [null] }, { a: { type: 'array', items: NUMBER } })).toEqual({ a: [3] });
});

test('what has nothing to gain is the same, and nothing is changed', () => {
  const value = { a: [{ n: 1 }], b: {} };
  const schema = { a: { type: 'array', items: { type: 'object', properties: { n: NUMBER } } } };
  expect(of(value, schema)).toBe(value);
  const frozen = Object.freeze({ b: Object.freeze({}) });
  expect(of(frozen, { b: { type: 'object', properties: { n: NUMBER } } })).toEqual({ b: { n: 3 } });
});
