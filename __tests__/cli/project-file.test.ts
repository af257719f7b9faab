import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryReadProjectFile } from '../../lib/cli/project-file';
import { temporaryProject } from './temporary-project';

function read(text: string) {
  return tryReadProjectFile(temporaryProject({ 'cdk8s.yaml': text }));
}

describe('the project file', () => {
  it('gives the app and the output folder, and leaves the rest to cdk8s-cli', () => {
    expect(read('language: typescript\napp: node main.js\noutput: out\nimports: [k8s]\n')).toEqual({
      app: 'node main.js',
      output: 'out',
    });
  });

  it.each(['', '# nothing yet\n', 'app:\n', '{}'])('may say nothing: %j', text => {
    expect(read(text)).toEqual({});
  });

  it('may be missing', () => {
    expect(tryReadProjectFile(temporaryProject())).toBeUndefined();
  });

  it('names itself when it cannot be read', () => {
    const folder = temporaryProject();
    mkdirSync(join(folder, 'cdk8s.yaml'));
    expect(() => tryReadProjectFile(folder)).toThrow(/^cdk8s\.yaml: cannot be read \(EISDIR\); fix: /);
  });

  it.each([
    ['language: typescript\napp: [\n', /^cdk8s\.yaml:[23]:\d+: .+; fix: correct the YAML/],
    ['app: a\napp: b\n', /^cdk8s\.yaml:2:1: .*unique/],
    ['app: a\n---\napp: b\n', /^cdk8s\.yaml:2:1: .*documents/],
    ['- app\n', /^cdk8s\.yaml:1:1: must be a mapping/],
    [
      'language: typescript\napp: [node, main.js]\n',
      /^cdk8s\.yaml:2:6: 'app' must be a text, received \["node",/,
    ],
    ['app: 1\n', /^cdk8s\.yaml:1:6: 'app' must be a text, received 1; fix: write 'app: node main\.js'/],
    ["app: ''\n", /^cdk8s\.yaml:1:6: 'app' must be a text, received ""/],
    [
      'app: a\noutput: true\n',
      /^cdk8s\.yaml:2:9: 'output' must be a text, received true; fix: write 'output: dist'/,
    ],
  ])('names itself, the line and the column when it is malformed: %j', (text, complaint) => {
    expect(() => read(text)).toThrow(complaint);
  });
});
