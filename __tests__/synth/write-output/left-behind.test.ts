import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutput } from '../../../lib/synth/write-output';
import { isAnythingLeftBehind } from '../../../lib/synth/write-output/left-behind';
import { outputOf, temporaryFolder } from './folder-tree';

const WEB = { 'web.k8s.yaml': 'kind: A\n' };

function writtenFolder(): string {
  const folder = join(temporaryFolder(), 'dist');
  writeOutput(folder, outputOf(WEB));
  return folder;
}

test('nothing is left behind where an output was written whole, or never', () => {
  expect(isAnythingLeftBehind(writtenFolder())).toBe(false);
  expect(isAnythingLeftBehind(join(temporaryFolder(), 'dist'))).toBe(false);
  expect(isAnythingLeftBehind(join(temporaryFolder(), 'gone', 'dist'))).toBe(false);
});

test.each([
  '.dist.previous',
  '.dist.next',
  '.dist.old',
  '.dist.lock',
  '.dist.lock-old',
  'dist/.drydock-lock',
  'dist/.drydock-lock-old',
  'dist/.drydock-work',
])('%s may be left behind', name => {
  const folder = writtenFolder();
  mkdirSync(join(folder, '..', name));
  expect(isAnythingLeftBehind(folder)).toBe(true);
});

test('what a link leads to is looked at, not what is beside the link', () => {
  const folder = writtenFolder();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(folder, link);
  expect(isAnythingLeftBehind(link)).toBe(false);
  mkdirSync(join(folder, '..', '.dist.previous'));
  expect(isAnythingLeftBehind(link)).toBe(true);
});

test('what cannot be told is looked at', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(isAnythingLeftBehind(file)).toBe(true);
});
