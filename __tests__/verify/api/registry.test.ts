import { FOLDERS } from '../../../lib/verify/api/registry';

test.each(FOLDERS.map(folder => [folder.kinds[0], folder] as const))(
  'the folder of %s judges the kinds that it is loaded for',
  (_, folder) => {
    expect(folder.load().map(([kind]) => kind)).toEqual(folder.kinds);
  },
);

test('no kind is in two folders', () => {
  const kinds = FOLDERS.flatMap(folder => folder.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
});
