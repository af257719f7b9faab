import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import {
  type ResourceFieldRef,
  validateResourceFieldRef,
} from '../../../../lib/verify/api/pod/field-reference';
import { FieldPath } from '../../../../lib/verify/field-path';

/** The errors of a container's resource as the source of a file, as `type path`. */
function judge(reference: ResourceFieldRef): string[] {
  const errors = new FieldErrors('1.36');
  validateResourceFieldRef(reference, FieldPath.of('ref'), errors, true);
  return errors.all.map(({ errorType, path }) => `${errorType} ${path}`);
}

describe('a resource as the source of a file', () => {
  it('names the container', () => {
    expect(judge({ containerName: 'app', resource: 'limits.cpu' })).toEqual([]);
    expect(judge({ resource: 'limits.cpu' })).toEqual(['FieldValueRequired ref.containerName']);
  });
});
