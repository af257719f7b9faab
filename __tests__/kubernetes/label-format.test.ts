import { labelValueComplaints, qualifiedNameComplaints } from '../../lib/kubernetes/label-format';

const repeat = (length: number) => 'a'.repeat(length);

describe('the value of a label', () => {
  test.each(['', 'a', '1_X', 'B_X', 'zzz-other', 'v1.2', repeat(63)])('takes %p', value => {
    expect(labelValueComplaints(value)).toEqual([]);
  });

  test.each([' 1', '-1', '../x', 'a/b/c', 'é', 'a.', '_a', 'a b', repeat(64)])('refuses %p', value => {
    expect(labelValueComplaints(value)).not.toEqual([]);
  });
});

describe('the key of a label', () => {
  test.each([
    'app',
    'App_1.x',
    'app.kubernetes.io/name',
    'x.io/Y_z',
    `${repeat(253)}/a`,
    repeat(63),
    `x.io/${repeat(63)}`,
  ])('takes %p', key => {
    expect(qualifiedNameComplaints(key)).toEqual([]);
  });

  test.each(['', '/a', 'x.io/', 'X.io/a', 'a/b/c', '-a', 'a b', 'é', repeat(64), `${repeat(254)}/a`])(
    'refuses %p',
    key => {
      expect(qualifiedNameComplaints(key)).not.toEqual([]);
    },
  );

  test('a bad prefix is told from a bad name', () => {
    expect(qualifiedNameComplaints('X.io/a')).toEqual([expect.stringMatching(/^prefix /)]);
    expect(qualifiedNameComplaints('x.io/-a')).toEqual([expect.stringMatching(/^name /)]);
  });

  test('is judged alike however often, and however many others are judged between', () => {
    const keys = Array.from({ length: 2500 }, (_, index) => (index % 2 === 0 ? `a-${index}` : `-a${index}`));
    const isRight = (key: string) => qualifiedNameComplaints(key).length === 0;
    for (const judged of [keys, keys.flatMap(key => [key, key])]) {
      expect(judged.map(isRight)).toEqual(judged.map(key => key.startsWith('a')));
    }
  });
});
