import { FieldErrors } from '../../../lib/verify/api/field-errors';
import { FieldPath } from '../../../lib/verify/field-path';

const METADATA = FieldPath.of('metadata');

test('each complaint about a field is an error at its own path', () => {
  const errors = new FieldErrors('1.36');
  errors.invalidField(METADATA, 'name', 'A', ['is long', 'is loud'], { fix: 'whisper' });
  const error = { errorType: 'FieldValueInvalid', path: 'metadata.name', value: 'A', fix: 'whisper' };
  expect(errors.all).toEqual([
    { ...error, message: 'is long' },
    { ...error, message: 'is loud' },
  ]);
});

test('no complaint about a field is no error', () => {
  const errors = new FieldErrors('1.36');
  errors.invalidField(METADATA, 'name', 'a', []);
  expect(errors.all).toEqual([]);
});
