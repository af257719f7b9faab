import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../lib/cli/config-file';
import { temporaryProject } from './temporary-project';

const NOTHING = { ignore: [], external: [], agentLabels: [], closed: false };

function read(text: string) {
  return readConfig(temporaryProject({ 'drydock.yaml': text }));
}

describe('the configuration', () => {
  it.each(['', '# nothing yet\n', '{}', 'ignore:\n', 'ignore: []\n'])('may say nothing: %j', text => {
    expect(read(text)).toEqual(NOTHING);
  });

  it('may be missing', () => {
    expect(readConfig(temporaryProject())).toEqual(NOTHING);
  });

  it('lists waivers', () => {
    expect(read('ignore:\n- rule: r\n  name: a\n  reason: b\n')).toEqual({
      ...NOTHING,
      ignore: [{ rule: 'r', name: 'a', reason: 'b' }],
    });
  });

  it('tells what lives elsewhere', () => {
    const text = 'external: [{ kind: Secret, namespace: a, name: b }]\nagentLabels: [role]\nclosed: true\n';
    expect(read(text)).toEqual({
      ignore: [],
      external: [{ kind: 'Secret', metadata: { namespace: 'a', name: 'b' } }],
      agentLabels: ['role'],
      closed: true,
    });
  });

  it('is the nearest one upwards, unless another is named', () => {
    const folder = temporaryProject({
      'drydock.yaml': 'ignore: [{ rule: outer, reason: a }]',
      'in/drydock.yaml': 'ignore: [{ rule: inner, reason: a }]',
      'other.yaml': 'ignore: [{ rule: other, reason: a }]',
    });
    mkdirSync(join(folder, 'in/deep'));
    const rules = (cwd: string, named?: string) =>
      readConfig(join(folder, cwd), named).ignore.map(({ rule }) => rule);
    expect(rules('in/deep')).toEqual(['inner']);
    expect(rules('.')).toEqual(['outer']);
    expect(rules('in', '../other.yaml')).toEqual(['other']);
  });

  it.each([
    ['ignore: [\n', /^drydock\.yaml:\d+:\d+: .+; fix: correct the YAML/],
    ['- a\n', /^drydock\.yaml:1:1: must be a mapping/],
    ['ignores: []\n', /^drydock\.yaml:1:1: is no field .*ignore/],
    [
      'external: [{ name: a }]',
      /^drydock\.yaml:1:12: an external object needs a 'kind'; fix: say which kind/,
    ],
    ['agentLabels: [1]', /^drydock\.yaml:1:15: 'agentLabels' must be a text/],
    ['closed: maybe', /^drydock\.yaml:1:9: 'closed' must be true or false/],
    ['ignore: a\n', /^drydock\.yaml:1:9: 'ignore' must be a list/],
    ['ignore: [a]\n', /^drydock\.yaml:1:10: a waiver must be a mapping/],
    ['ignore:\n- rule: a\n', /^drydock\.yaml:2:3: a waiver needs a 'reason'; fix: say why/],
    ['ignore:\n- reason: a\n', /^drydock\.yaml:2:3: a waiver needs a 'rule'/],
    ['ignore:\n- {rule: a, reason: " "}\n', /^drydock\.yaml:2:21: 'reason' must be a text that is not empty/],
    ['ignore:\n- {rule: a, reason: b, name: 1}\n', /^drydock\.yaml:2:30: 'name' must be a text/],
    [
      'ignore:\n- {rule: a, reason: b, path: c}\n',
      /^drydock\.yaml:2:24: is no field .*rule, kind, namespace, name, reason/,
    ],
  ])('names the line and the column where it is wrong: %j', (text, complaint) => {
    expect(() => read(text)).toThrow(complaint);
  });
});
