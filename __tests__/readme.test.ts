import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scripts } from '../package.json';
import { ROOT } from './architecture/project';
import { compileErrors } from './readme/compile';
import { runSnippet } from './readme/run';
import { expectedError, snippetsOf } from './readme/snippet';

const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
    .sort(),
];
const TEXTS = new Map(DOCUMENTS.map(name => [name, readFileSync(join(ROOT, name), 'utf8')]));
const SNIPPETS = [...TEXTS].flatMap(([name, text]) => snippetsOf(name, text));
const PROGRAMS = SNIPPETS.filter(({ language }) => language === 'ts');

describe('the snippets', () => {
  const output = mkdtempSync(join(tmpdir(), 'drydock-output-'));
  const before = process.env.CDK8S_OUTDIR;
  beforeAll(() => {
    process.env.CDK8S_OUTDIR = output;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.CDK8S_OUTDIR;
    else process.env.CDK8S_OUTDIR = before;
    rmSync(output, { recursive: true, force: true });
  });

  it('are in the README', () => {
    expect(PROGRAMS.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^README\.md:/));
  });

  it('are of a language that is tested', () => {
    const others = SNIPPETS.filter(({ language }) => !['ts', 'sh', 'yaml', 'text'].includes(language));
    expect(others.map(({ place, language }) => `${place} ${language}`)).toEqual([]);
  });

  it('compile', () => {
    expect(compileErrors(PROGRAMS)).toEqual([]);
  }, 30_000);

  it.each(PROGRAMS)('do what they say: $place', snippet => {
    const error = expectedError(snippet);
    if (error) expect(() => runSnippet(snippet, require)).toThrow(error);
    else expect(runSnippet(snippet, require)).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', name => {
  const text = TEXTS.get(name) ?? '';

  it('names scripts that there are', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(match => match[1] ?? '');
    expect(named.filter(script => !(script in scripts))).toEqual([]);
  });

  it('links to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(match => match[1] ?? '');
    expect(links.filter(link => !existsSync(join(ROOT, dirname(name), link)))).toEqual([]);
  });
});
