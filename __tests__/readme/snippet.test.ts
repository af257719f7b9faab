import { compileErrors } from './compile';
import { runSnippet } from './run';
import { expectedError, type Snippet, snippetsOf } from './snippet';

function program(text: string): Snippet {
  return { place: 'docs/a.md:3', language: 'ts', text };
}

describe('a snippet', () => {
  it('is what stands between two fences', () => {
    const text = 'One:\n\n```ts\na();\nb();\n```\n\nTwo:\n```sh\nnpm ci\n```\n';
    expect(snippetsOf('a.md', text)).toEqual([
      { place: 'a.md:4', language: 'ts', text: 'a();\nb();' },
      { place: 'a.md:10', language: 'sh', text: 'npm ci' },
    ]);
  });

  it('has an end', () => {
    expect(() => snippetsOf('a.md', '```ts\na();\n')).toThrow(/a\.md: a fence is not closed/);
  });

  it('says in its first line what it throws', () => {
    expect(expectedError(program('// throws: host .*fix\na();'))).toEqual(/host .*fix/s);
    expect(expectedError(program('a();\n// throws: host'))).toBeUndefined();
  });

  it('is compiled, and the error told by document and line', () => {
    expect(compileErrors([program('const ok = 1;')])).toEqual([]);
    expect(compileErrors([program('export const a = 1;\nexport const b: number = "c";')])).toEqual([
      expect.stringMatching(/^docs\/a\.md:4: error TS2322/),
    ]);
  });

  it('is run, with what it throws', () => {
    expect(() => runSnippet(program("throw new Error('no');"), require)).toThrow('no');
  });

  it('is rendered, with what that throws', () => {
    const text = `
      import { ApiObject, App, Chart } from 'cdk8s';
      const chart = new Chart(new App(), 'shop');
      chart.node.addValidation({ validate: () => ['not so'] });`;
    expect(() => runSnippet(program(text), require)).toThrow(/not so/);
  });

  it.each([
    "'a'.concat('b'); // ab",
    '1 + 1; // 2',
    '1 + 1; // 2: as everybody knows',
    '[1, 2]; // 1, 2',
    '[1, 2, 3]; // 1, 2, ...',
    '({ a: 1, b: 2 }); // a, b',
    'const a = 1; // the first',
  ])('states values: %s', text => {
    expect(runSnippet(program(text), require)).toEqual([]);
  });

  it.each([
    ["'a'.concat('b'); // ba", 'is "ab"'],
    ["'ab'.toUpperCase(); // A", 'is "AB"'],
    ['1 + 1; // 20', 'is 2'],
    ['[1, 2]; // 1', 'is [1,2]'],
    ['[1, 2, 3]; // 1, 3, ...', 'is [1,2,3]'],
    ['({ a: 1 }); // b', 'is {"a":1}'],
  ])('states no other value: %s', (text, value) => {
    expect(runSnippet(program(text), require)).toEqual([`${text} ${value}`]);
  });
});
