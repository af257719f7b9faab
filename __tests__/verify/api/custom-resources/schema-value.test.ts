import type { JsonSchema } from '../../../../lib/verify/api/custom-resources/json-schema';
import { validateValue } from '../../../../lib/verify/api/custom-resources/schema-value';
import { unknownCustomFields } from '../../../../lib/verify/api/custom-resources/unknown-fields';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { FieldPath } from '../../../../lib/verify/field-path';

function errorsOf(value: unknown, schema: JsonSchema): string[] {
  const errors = new FieldErrors('1.33');
  validateValue(value, schema, FieldPath.of('spec'), errors);
  return errors.all.map(({ errorType, path }) => `${errorType.replace('FieldValue', '')} ${path}`);
}

test.each<[string, unknown, JsonSchema, string[]]>([
  ['a type', 'x', { type: 'integer' }, ['TypeInvalid spec']],
  ['a whole number', 1.5, { type: 'integer' }, ['TypeInvalid spec']],
  ['null where it may be', null, { type: 'string', nullable: true }, []],
  ['int or string', '50%', { 'x-kubernetes-int-or-string': true }, []],
  ['int or string, and a float', 1.5, { 'x-kubernetes-int-or-string': true }, ['TypeInvalid spec']],
  ['an enum', 'c', { type: 'string', enum: ['a', 'b'] }, ['NotSupported spec']],
  ['too long a text', 'abc', { type: 'string', maxLength: 2 }, ['TooLong spec']],
  ['characters, not UTF-16 units', '\u{1F6A2}\u{1F6A2}', { type: 'string', maxLength: 2 }, []],
  ['a pattern', 'b', { type: 'string', pattern: '^a' }, ['Invalid spec']],
  ['a pattern that only Go reads', 'b', { type: 'string', pattern: '(?s:^a' }, []],
  ['a format', 'yesterday', { type: 'string', format: 'date-time' }, ['TypeInvalid spec']],
  ['an exclusive maximum', 5, { type: 'integer', maximum: 5, exclusiveMaximum: true }, ['Invalid spec']],
  ['a missing field', {}, { type: 'object', required: ['a'] }, ['Required spec.a']],
  [
    'a missing field with a default',
    {},
    { type: 'object', required: ['a'], properties: { a: { default: 1 } } },
    [],
  ],
  ['too many items', [1, 2], { type: 'array', maxItems: 1 }, ['TooMany spec']],
  ['a set', ['a', 'a'], { type: 'array', 'x-kubernetes-list-type': 'set' }, ['Duplicate spec[1]']],
  [
    'a nested place',
    [{ a: 'x' }],
    { type: 'array', items: { type: 'object', properties: { a: { type: 'integer' } } } },
    ['TypeInvalid spec[0].a'],
  ],
  [
    'values of a map',
    { a: 1 },
    { type: 'object', additionalProperties: { type: 'string' } },
    ['TypeInvalid spec.a'],
  ],
  ['exactly one of', 5, { oneOf: [{ minimum: 1 }, { maximum: 9 }] }, ['Invalid spec']],
  ['not', 5, { not: { minimum: 1 } }, ['Invalid spec']],
])('%s', (_, value, schema, expected) => {
  expect(errorsOf(value, schema)).toEqual(expected);
});

test('a list that is a map has every key once', () => {
  const schema: JsonSchema = {
    type: 'array',
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name'],
    items: { type: 'object', properties: { name: { type: 'string' } } },
  };
  expect(errorsOf([{ name: 'a' }, { name: 'b' }, { name: 'a' }], schema)).toEqual(['Duplicate spec[2]']);
});

test('unknown fields are found at their paths, and kept where the schema keeps them', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: {
          list: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
          free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          template: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: {} },
        },
      },
    },
  };
  const object = {
    apiVersion: 'a/v1',
    kind: 'A',
    metadata: { name: 'x' },
    spec: { list: [{ a: '1', b: 2 }], free: { any: 1 }, template: { kind: 'B', more: 1 }, typo: 1 },
  };
  expect(unknownCustomFields(object, schema)).toEqual(['spec.list[0].b', 'spec.template.more', 'spec.typo']);
});
