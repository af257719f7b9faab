import type { Finding } from '../../lib/verify/finding';
import { mergeVersions, sortFindings } from '../../lib/verify/finding-order';

function sorted(...paths: readonly string[]): string[] {
  const object = { apiVersion: 'v1', kind: 'Pod', name: 'p', index: 0 };
  const findings = paths.map(
    (path): Finding => ({ rule: 'api', level: 'rejected', object, path, message: '', fix: '' }),
  );
  return sortFindings(findings).map(({ path }) => path);
}

test('numbers in paths are in their order', () => {
  expect(sorted('a[10].b', 'a[9].b', 'a[100]', 'a[1].c', 'a[1].b')).toEqual([
    'a[1].b',
    'a[1].c',
    'a[9].b',
    'a[10].b',
    'a[100]',
  ]);
});

test('digits in names are letters', () => {
  expect(sorted('a9', 'a10')).toEqual(['a10', 'a9']);
});

test('the whole object is first', () => {
  expect(sorted('spec', '', 'metadata.name')).toEqual(['', 'metadata.name', 'spec']);
});

describe('what several versions say', () => {
  const object = { apiVersion: 'v1', kind: 'Pod', name: 'p', index: 0 };
  const finding = (message: string, path = 'a'): Finding => ({
    ...{ rule: 'api', level: 'rejected', errorType: 'FieldValueInvalid', object, path, message },
    fix: 'correct the field',
  });
  const merged = (...byVersion: Parameters<typeof mergeVersions>[0]) =>
    mergeVersions(byVersion).map(({ message, versions }) => [message, versions]);

  test('is one finding where they agree', () => {
    expect(merged(['1.28', [finding('is bad')]], ['1.29', [finding('is bad')]])).toEqual([
      ['is bad', ['1.28', '1.29']],
    ]);
  });

  test('is one finding where they word it differently, and no wording is lost', () => {
    const [old, now] = [finding('must be a'), finding('must be a or b')];
    expect(merged(['1.28', [old]], ['1.29', [now]], ['1.30', [now]])).toEqual([
      ['must be a; in 1.29, 1.30 it must be a or b', ['1.28', '1.29', '1.30']],
    ]);
  });

  test('has the versions in the order in which they were asked', () => {
    const [old, now] = [finding('must be a'), finding('must be b')];
    expect(merged(['1.30', [old]], ['1.28', [now]], ['1.29', [old]])).toEqual([
      ['must be a; in 1.28 it must be b', ['1.30', '1.28', '1.29']],
    ]);
  });

  test('is several findings where one of them says several', () => {
    const [a, b, c] = [finding('is a'), finding('is b'), finding('is c')];
    expect(merged(['1.28', [a, b]], ['1.29', [c]])).toHaveLength(3);
    expect(merged(['1.28', [a]], ['1.29', [finding('is c', 'b')]])).toHaveLength(2);
    expect(merged(['1.28', [a, a]], ['1.29', [a]])).toEqual([
      ['is a', ['1.28', '1.29']],
      ['is a', ['1.28']],
    ]);
  });
});
