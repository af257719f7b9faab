import { FieldErrors } from '../../../lib/verify/api/field-errors';
import { type ResourceList, validateContainerResourceName } from '../../../lib/verify/api/quantities';
import {
  type ResourceClaim,
  validateResourceClaims,
  validateResourceRequirements,
} from '../../../lib/verify/api/resource-requirements';
import { FieldPath } from '../../../lib/verify/field-path';

/** The errors of requests and limits, as `type path`. */
function judge(
  requests: ResourceList | undefined,
  limits: ResourceList | undefined,
  inPod = false,
): string[] {
  const errors = new FieldErrors('1.36');
  const requirements = { ...(requests && { requests }), ...(limits && { limits }) };
  validateResourceRequirements(requirements, FieldPath.of('r'), errors, validateContainerResourceName, inPod);
  return texts(errors);
}

function judgeClaims(claims: readonly ResourceClaim[]): string[] {
  const errors = new FieldErrors('1.36');
  validateResourceClaims(claims, new Set(['gpu', 'nic']), FieldPath.of('claims'), errors);
  return texts(errors);
}

function texts(errors: FieldErrors): string[] {
  return errors.all.map(({ errorType, path }) => `${errorType} ${path}`);
}

describe('requests and limits', () => {
  it('are fine when a request is no more than its limit', () => {
    expect(judge({ cpu: '500m', memory: '1Gi' }, { cpu: 1, memory: '1024Mi' })).toEqual([]);
  });

  it('have the error at all requests where one is more than its limit', () => {
    expect(judge({ cpu: 2 }, { cpu: '1500m' })).toEqual(['FieldValueInvalid r.requests']);
  });

  it('may not be negative', () => {
    expect(judge({ cpu: '-1' }, undefined)).toEqual(['FieldValueInvalid r.requests[cpu]']);
    expect(judge(undefined, { memory: '-1' })).toEqual(['FieldValueInvalid r.limits[memory]']);
  });

  it('of devices are equal', () => {
    expect(judge({ 'a.io/gpu': 1 }, { 'a.io/gpu': 2 })).toEqual(['FieldValueInvalid r.requests']);
  });

  it('of devices have a limit', () => {
    expect(judge({ 'a.io/gpu': 1 }, undefined)).toEqual(['FieldValueRequired r.limits']);
  });

  it('of huge pages are whole pages', () => {
    expect(judge(undefined, { 'hugepages-2Mi': '3Mi', cpu: 1 })).toEqual([
      'FieldValueInvalid r.limits[hugepages-2Mi]',
    ]);
  });

  it('of huge pages have cpu or memory beside them', () => {
    expect(judge(undefined, { 'hugepages-2Mi': '2Mi' })).toEqual(['FieldValueForbidden r']);
  });

  it('have the errors of a limit twice in a Pod, where it is the request too', () => {
    expect(judge(undefined, { storage: 1 }, true)).toEqual([
      'FieldValueInvalid r.limits[storage]',
      'FieldValueInvalid r.requests[storage]',
    ]);
    expect(judge({ storage: 1 }, { storage: 1 })).toHaveLength(2);
    expect(judge(undefined, { storage: 1 })).toHaveLength(1);
  });

  it('take what is called like something of JavaScript for a name like others', () => {
    expect(judge({ constructor: 1 } as never, undefined)).toContain(
      'FieldValueInvalid r.requests[constructor]',
    );
  });
});

describe('claims of a container', () => {
  it('are claims of the pod', () => {
    expect(judgeClaims([{ name: 'gpu' }, { name: 'nic', request: 'fast' }])).toEqual([]);
    expect(judgeClaims([{ name: 'disk' }])).toEqual(['FieldValueNotFound claims[0]']);
  });

  it('have names', () => {
    expect(judgeClaims([{}])).toEqual(['FieldValueRequired claims[0]']);
  });

  it('name requests as DNS labels', () => {
    expect(judgeClaims([{ name: 'gpu', request: 'Fast' }])).toEqual(['FieldValueInvalid claims[0].request']);
  });

  it.each<[string, ResourceClaim[]]>([
    ['a claim', [{ name: 'gpu' }, { name: 'gpu' }]],
    [
      'a request',
      [
        { name: 'gpu', request: 'a' },
        { name: 'gpu', request: 'a' },
      ],
    ],
    ['a claim after a request of it', [{ name: 'gpu', request: 'a' }, { name: 'gpu' }]],
    ['a request after its claim', [{ name: 'gpu' }, { name: 'gpu', request: 'a' }]],
  ])('do not name %s twice', (_, claims) => {
    expect(judgeClaims(claims)).toEqual(['FieldValueDuplicate claims[1]']);
  });
});
