import { FieldErrors } from '../../../lib/verify/api/field-errors';
import {
  allowsOvercommit,
  isExtendedResource,
  isIntegerResource,
  isNativeResource,
  isWholeHugePages,
  millisOf,
  nanosOf,
  validateContainerResourceName,
  validateNonnegativeQuantity,
  validatePositiveQuantity,
  validateQuotaResourceName,
  validateResourceName,
  validateResourceQuantity,
} from '../../../lib/verify/api/quantities';
import { FieldPath } from '../../../lib/verify/field-path';

type Rule = (value: never, path: FieldPath, errors: FieldErrors) => void;

/** How many errors a rule has about a value. */
function count(rule: Rule, value: unknown): number {
  const errors = new FieldErrors('1.36');
  rule(value as never, FieldPath.of('here'), errors);
  expect(
    errors.all.every(({ errorType, path }) => errorType === 'FieldValueInvalid' && path === 'here'),
  ).toBe(true);
  return errors.all.length;
}

describe('amounts', () => {
  it('are read exactly, from texts and from numbers', () => {
    expect(nanosOf('1.5Gi')).toBe(1_610_612_736_000_000_000n);
    expect(nanosOf(2)).toBe(nanosOf('2'));
  });

  it('are undefined where a text is no quantity, or far too long for one', () => {
    expect(nanosOf('a lot')).toBeUndefined();
    expect(nanosOf('9'.repeat(1000))).toBeUndefined();
  });

  it('of resources are rounded up to thousandths', () => {
    expect(millisOf('100u')).toBe(1n);
    expect(millisOf('-1')).toBe(-1000n);
  });

  it('may not be negative', () => {
    expect(['0', '1m', 3].filter(value => count(validateNonnegativeQuantity, value))).toEqual([]);
    expect(count(validateNonnegativeQuantity, '-1m')).toBe(1);
  });

  it('that must be positive may not be nothing either', () => {
    expect(count(validatePositiveQuantity, '1n')).toBe(0);
    expect(count(validatePositiveQuantity, '0')).toBe(1);
  });

  it('of what is counted are whole', () => {
    const rule =
      (resource: string): Rule =>
      (value, path, errors) =>
        validateResourceQuantity(resource, value, path, errors);
    expect(count(rule('example.com/gpu'), '500m')).toBe(1);
    expect(count(rule('example.com/gpu'), '1000m')).toBe(0);
    expect(count(rule('pods'), '1.5')).toBe(1);
    expect(count(rule('cpu'), '500m')).toBe(0);
  });

  it('of huge pages are whole numbers of pages', () => {
    expect(isWholeHugePages('hugepages-2Mi', '4Mi')).toBe(true);
    expect(isWholeHugePages('hugepages-2Mi', '3Mi')).toBe(false);
    expect(isWholeHugePages('hugepages-huge', '4Mi')).toBe(false);
  });
});

describe('names of resources', () => {
  const known = ['cpu', 'memory', 'storage', 'requests.storage', 'pods', 'hugepages-2Mi', 'example.com/gpu'];

  it('are known, or have a domain', () => {
    expect(known.filter(name => count(validateResourceName, name))).toEqual([]);
    expect(['gpu', 'a/b/c', '/gpu', 'Ä.io/x', ''].filter(name => !count(validateResourceName, name))).toEqual(
      [],
    );
  });

  it('of containers are a few, or have a domain', () => {
    const good = [
      'cpu',
      'memory',
      'ephemeral-storage',
      'hugepages-1Gi',
      'example.com/gpu',
      'kubernetes.io/x',
    ];
    expect(good.filter(name => count(validateContainerResourceName, name))).toEqual([]);
    expect(count(validateContainerResourceName, 'storage')).toBe(1);
    expect(count(validateContainerResourceName, 'gpu')).toBe(2);
    expect(count(validateContainerResourceName, 'requests.example.com/gpu')).toBe(1);
  });

  it('of containers leave room for the prefix of a quota', () => {
    expect(count(validateContainerResourceName, `${'a'.repeat(63)}.${'b'.repeat(180)}.io/gpu`)).toBe(1);
  });

  it('of quotas are those that a quota knows, or have a domain', () => {
    const good = ['limits.cpu', 'requests.hugepages-2Mi', 'services.nodeports', 'count/deployments.apps'];
    expect(good.filter(name => count(validateQuotaResourceName, name))).toEqual([]);
    expect(count(validateQuotaResourceName, 'storage')).toBe(1);
    expect(count(validateQuotaResourceName, 'gpu')).toBe(2);
  });

  it('tell what is native, extended, counted and may be overcommitted', () => {
    expect(['cpu', 'x.kubernetes.io/y', 'example.com/gpu'].map(isNativeResource)).toEqual([
      true,
      true,
      false,
    ]);
    expect(['cpu', 'example.com/gpu', 'requests.a.io/b'].map(isExtendedResource)).toEqual([
      false,
      true,
      false,
    ]);
    expect(['cpu', 'pods', 'example.com/gpu'].map(isIntegerResource)).toEqual([false, true, true]);
    expect(['cpu', 'hugepages-2Mi', 'example.com/gpu'].map(allowsOvercommit)).toEqual([true, false, false]);
  });
});
