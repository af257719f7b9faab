import { parse } from 'yaml';
import { tryParsePlain, tryReadPlainProjectFile } from '../../lib/cli/plain-project-file';
import { temporaryProject } from './temporary-project';

describe('a project file of words', () => {
  it.each([
    'language: typescript\napp: npx ts-node main.ts\nimports:\n  - k8s\n  - github:crossplane/crossplane@0.14.0\n',
    '# ours\n\napp: node --import tsx main.ts\r\noutput: dist/prod\n',
    'app: node main.js --env=prod,eu\nimports:\n- k8s@1.28.0\n',
    'output: ./out\n',
    'language: typescript\n',
    '',
  ])('says what YAML says: %j', text => {
    const { app, output } = parse(text) ?? {};
    expect(tryParsePlain(text)).toEqual({ app, output });
  });

  it.each([
    'app: [',
    'app: "node main.js"',
    'app: node\n  main.js',
    'app: node main.js # ours',
    'app: a: b',
    'app: a\napp: b',
    'app:\n  - a',
    'app: true',
    'output: 12',
    'output: yes',
    'app: a\n---\napp: b',
    '{ app: a }',
    'app: a\nvalidations:\n  - package: p\n    version: 1\n',
    'app: a\nimports: [',
    'imports:\n  - a: b\n',
  ])('leaves everything else to the YAML reader: %j', text => {
    expect(tryParsePlain(text)).toBeUndefined();
  });

  it('is not there', () => {
    expect(tryReadPlainProjectFile(temporaryProject(), 'cdk8s.yaml')).toBeUndefined();
  });
});
