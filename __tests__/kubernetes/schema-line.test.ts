import { schemaKeys, schemaLine } from '../../lib/kubernetes/schema-line';
import { bundleText } from '../../scripts/api-schema/bundle-text';

const TEXT = '\nV1Pod: a:s b:i\nV1PodSpec: @30- c:s\nV1Empty: \n';

test('a line is found by its whole key', () => {
  expect(schemaLine(TEXT, 'V1Pod')).toBe(' a:s b:i');
  expect(schemaLine(TEXT, 'V1PodSpec')).toBe(' @30- c:s');
  expect(schemaLine(TEXT, 'V1Empty')).toBe(' ');
  expect(schemaKeys(TEXT)).toEqual(['V1Pod', 'V1PodSpec', 'V1Empty']);
});

test.each(['', 'V1', 'PodSpec', 'V1Pod: a', 'V1Pod: a:s b:i\nV1PodSpec', 'a', 'constructor'])(
  '%j is no key',
  key => {
    expect(schemaLine(TEXT, key)).toBeUndefined();
  },
);

test('what is generated says what it was given', () => {
  const types = { V1Pod: 'a:s b:i!@30-31', V1Ref: '@36- $ref:s' };
  const text = bundleText({ kinds: { v1: { Pod: 'pods n V1Pod' } }, types });
  const [, kinds = '', found = ''] = /KINDS = `([^`]*)`[\s\S]*TYPES = `([^`]*)`/.exec(text) ?? [];
  expect(schemaLine(kinds, 'v1 Pod')).toBe(' pods n V1Pod');
  expect(schemaKeys(found).map(key => [key, schemaLine(found, key)?.trim()])).toEqual(Object.entries(types));
});

test.each(['a`b', 'a\\b', `a${'$'}{b}`, 'a\nb'])('%j cannot be generated', text => {
  expect(() => bundleText({ kinds: {}, types: { V1Pod: text } })).toThrow('cannot be written: V1Pod');
});

test('what manifests have most stands first, with what it leads to', () => {
  const types = { V1Affinity: 'a:s', V1Service: 'spec:V1ServiceSpec!', V1ServiceSpec: 'a:[]s' };
  expect(schemaKeys(/TYPES = `([^`]*)`/.exec(bundleText({ kinds: {}, types }))?.[1] ?? '')).toEqual([
    'V1Service',
    'V1ServiceSpec',
    'V1Affinity',
  ]);
});
