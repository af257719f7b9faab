import type { Finding } from '../../lib/verify/finding';
import { sortFindings } from '../../lib/verify/finding-order';

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
