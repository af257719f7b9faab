import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { verify } from '../../../../lib/verify/verify';

const rule = (text: string, more: object = {}) => ({ rule: text, ...more });

function definition(spec: object, root: object = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'ships.yard.example' },
    spec: {
      group: 'yard.example',
      scope: 'Namespaced',
      names: { plural: 'ships', kind: 'Ship' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', ...spec } }, ...root },
          },
        },
      ],
    },
  };
}
const ship = (spec: object) => ({
  apiVersion: 'yard.example/v1',
  kind: 'Ship',
  metadata: { name: 's' },
  spec,
});

const errorsOf = (...manifests: object[]) =>
  verify(manifests).findings.map(
    f => `${f.object.kind}: ${f.errorType?.replace('FieldValue', '')} ${f.path}`,
  );

const SIZES = {
  properties: {
    min: { type: 'integer' },
    max: { type: 'integer' },
    names: { type: 'array', items: { type: 'string' } },
    'dry-dock': { type: 'boolean' },
  },
};
const AT_RULE = 'spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0]';

describe('rules are compiled with the definition', () => {
  const of = (validation: object) =>
    errorsOf(definition({ ...SIZES, 'x-kubernetes-validations': [validation] }));
  test.each([
    'self.min <= self.max',
    'has(self.names) && self.names.all(n, n.size() > 0)',
    'self.dry__dash__dock',
    'oldSelf.min == self.min',
  ])('%s compiles', text => {
    expect(of(rule(text))).toEqual([]);
  });

  test.each([
    ['a syntax error', 'self.min <'],
    ['an unknown field', 'self.size > 1'],
    ['an unknown name', 'min > 1'],
    ['no boolean', 'self.min + 1'],
    ['types that do not compare', "self.min == 'x'"],
  ])('%s does not', (_, text) => {
    expect(of(rule(text))).toEqual([`CustomResourceDefinition: Invalid ${AT_RULE}.rule`]);
  });

  test('a message expression comes to a text, and a reason is one of four', () => {
    expect(of(rule('true', { messageExpression: '1' }))).toEqual([
      `CustomResourceDefinition: Invalid ${AT_RULE}.messageExpression`,
    ]);
    expect(of(rule('true', { reason: 'Wrong' }))).toEqual([
      `CustomResourceDefinition: NotSupported ${AT_RULE}.reason`,
    ]);
  });
});

describe('a rule that speaks of oldSelf', () => {
  const TEXT = { type: 'string', maxLength: 9 };
  const of = (properties: object, kubernetesVersion: KubernetesVersion = '1.36') =>
    verify([definition({ properties })], { kubernetesVersion }).findings.map(
      f => `${f.errorType?.replace('FieldValue', '')} ${f.path.replace(/^.*properties\[a\]/, 'a')}`,
    );
  const ruled = (text: string, more: object = {}) => ({
    ...TEXT,
    'x-kubernetes-validations': [rule(text, more)],
  });
  const list = (items: object, more: object = {}) => ({ type: 'array', maxItems: 5, items, ...more });
  const MAP = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k'] };
  const item = (v: object) => ({ type: 'object', required: ['k'], properties: { k: TEXT, v } });
  const FIXED = ruled('self == oldSelf');
  const AT = 'x-kubernetes-validations[0]';

  test('must not stand where nothing tells which item was which', () => {
    expect(of({ a: list(item(FIXED), MAP) })).toEqual([]);
    expect(of({ a: { type: 'object', maxProperties: 5, additionalProperties: FIXED } })).toEqual([]);
    expect(of({ a: list(FIXED) })).toEqual([`Invalid a.items.${AT}.rule`]);
    expect(of({ a: list(FIXED, { 'x-kubernetes-list-type': 'set' }) }, '1.28')).toEqual([
      `Invalid a.items.${AT}.rule`,
    ]);
    expect(of({ a: list(item(list(FIXED)), MAP) })).toEqual([
      `Invalid a.items.properties[v].items.${AT}.rule`,
    ]);
    expect(of({ a: list(item(list(item(FIXED), MAP))) })).toEqual([
      `Invalid a.items.properties[v].items.properties[v].${AT}.rule`,
    ]);
    expect(of({ a: list(ruled("self != 'oldSelf'")) })).toEqual([]);
  });

  test('may do without a former value, if it says so and asks for it', () => {
    const optional = { optionalOldSelf: true };
    expect(of({ a: ruled('!oldSelf.hasValue() || self == oldSelf.value()', optional) })).toEqual([]);
    expect(of({ a: ruled('self == oldSelf.orValue(self)', optional) })).toEqual([]);
    expect(of({ a: ruled('oldSelf.hasValue()') })).toEqual([`Invalid a.${AT}.rule`]);
    expect(of({ a: ruled('true', optional) })).toEqual([`Invalid a.${AT}.optionalOldSelf`]);
    expect(of({ a: ruled('self == oldSelf', optional) })).toEqual([
      `Invalid a.${AT}.optionalOldSelf`,
      `Invalid a.${AT}.rule`,
    ]);
  });
});

describe('rules hold the custom resources of the input', () => {
  const sized = definition({
    ...SIZES,
    'x-kubernetes-validations': [rule('self.min <= self.max', { message: 'min above max' })],
  });

  test('a value that breaks one is rejected with its message', () => {
    expect(errorsOf(sized, ship({ min: 1, max: 2 }))).toEqual([]);
    const [finding] = verify([sized, ship({ min: 3, max: 2 })]).findings;
    expect(finding).toMatchObject({
      level: 'rejected',
      errorType: 'FieldValueInvalid',
      path: 'spec',
      message: 'min above max',
    });
  });

  test('a rule may name the field and the reason', () => {
    const named = rule('self.max < 9', { reason: 'FieldValueForbidden', fieldPath: '.max' });
    expect(errorsOf(definition({ ...SIZES, 'x-kubernetes-validations': [named] }), ship({ max: 9 }))).toEqual(
      ['Ship: Forbidden spec.max'],
    );
  });

  test('names that CEL cannot write are escaped, and rules about the state before are left out', () => {
    const docked = definition({ ...SIZES, 'x-kubernetes-validations': [rule('self.dry__dash__dock')] });
    expect(errorsOf(docked, ship({ 'dry-dock': false }))).toEqual(['Ship: Invalid spec']);
    const grown = definition({ ...SIZES, 'x-kubernetes-validations': [rule('self.min > oldSelf.min')] });
    expect(errorsOf(grown, ship({ min: 1 }))).toEqual([]);
  });

  test('defaults are set before', () => {
    const properties = { high: { type: 'integer', default: 9 }, mode: { type: 'string', default: 'a' } };
    const high = definition({
      properties,
      'x-kubernetes-validations': [rule('has(self.mode) && self.high < 9')],
    });
    expect(errorsOf(high, ship({}))).toEqual(['Ship: Invalid spec']);
    expect(errorsOf(high, ship({ high: 8 }))).toEqual([]);
    expect(errorsOf(high, ship({ high: 8, mode: null }))).toEqual([]);
  });

  test('a default is held to the rules too, without the defaults inside it', () => {
    const word = (text: string) => ({
      type: 'string',
      maxLength: 9,
      default: text,
      'x-kubernetes-validations': [rule('self.size() > 2')],
    });
    expect(errorsOf(definition({ properties: { a: word('abc') } }))).toEqual([]);
    expect(errorsOf(definition({ properties: { a: word('ab') } }))).toEqual([
      'CustomResourceDefinition: Invalid spec.validation.openAPIV3Schema.properties[spec].properties[a].default',
    ]);
  });

  test('what a rule asks for and is not there is refused, unless something else may be at fault', () => {
    const held = (text: string) => definition({ ...SIZES, 'x-kubernetes-validations': [rule(text)] });
    expect(errorsOf(held('self.min <= self.max'), ship({ min: 1 }))).toEqual(['Ship: Invalid spec']);
    expect(errorsOf(held("self.names[1] != 'x'"), ship({ names: ['a'] }))).toEqual(['Ship: Invalid spec']);
    expect(errorsOf(held('10 / self.min > 1'), ship({ min: 0 }))).toEqual(['Ship: Invalid spec']);
    expect(errorsOf(held('!has(self.max) || self.min <= self.max'), ship({ min: 1 }))).toEqual([]);
    expect(errorsOf(held('isURL(self.names[1])'), ship({ names: ['a'] }))).toEqual([]);
  });

  test.each<[string, object, boolean]>([
    ["quantity(self.names[0]).compareTo(quantity('1Gi')) >= 0", { names: ['1Gi'] }, true],
    ["quantity(self.names[0]).compareTo(quantity('1Gi')) >= 0", { names: ['1000Mi'] }, false],
    ["quantity(self.names[0]).isLessThan(quantity('1.5'))", { names: ['1400m'] }, true],
    ["quantity(self.names[0]).isGreaterThan(quantity('7Ei'))", { names: ['9Ei'] }, true],
    ["quantity(self.names[0]) == quantity('8Ei')", { names: ['9Ei'] }, true],
    ["quantity(self.names[0]) == quantity('0.5')", { names: ['500m'] }, true],
    ['isQuantity(self.names[0])', { names: ['many'] }, false],
    ["quantity(self.names[0]).isLessThan(quantity('1'))", { names: ['many'] }, true],
    ["self.names[0].lowerAscii() == 'a'", { names: ['A'] }, true],
    ["self.names[0].split('/').size() == 2", { names: ['a'] }, false],
    ['isURL(self.names[0])', { names: ['a'] }, true],
  ])('%s for %j: %s', (text, spec, holds) => {
    const held = definition({ ...SIZES, 'x-kubernetes-validations': [rule(text)] });
    expect(verify([held, ship(spec)], { kubernetesVersion: '1.36' }).findings.map(f => f.path)).toEqual(
      holds ? [] : ['spec'],
    );
  });

  test('a name is made before', () => {
    const named = definition(
      {},
      { 'x-kubernetes-validations': [rule("self.metadata.name.startsWith('s')")] },
    );
    const generated = (generateName: string) => ({ ...ship({}), metadata: { generateName } });
    expect(errorsOf(named, generated('s-'))).toEqual([]);
    expect(errorsOf(named, generated('t-'))).toEqual(['Ship: Invalid ']);
  });

  test('a key of a map stands in brackets', () => {
    const text = { type: 'string', 'x-kubernetes-validations': [rule("self != 'x'")] };
    const labels = definition({ properties: { labels: { type: 'object', additionalProperties: text } } });
    expect(errorsOf(labels, ship({ labels: { 'a.b/c': 'x' } }))).toEqual([
      'Ship: Invalid spec.labels[a.b/c]',
    ]);
  });

  test('schema and unknown fields are judged before', () => {
    expect(errorsOf(sized, ship({ min: '1', max: 2, size: 3 }))).toEqual([
      'Ship: TypeInvalid spec.min',
      'Ship: Decode spec.size',
    ]);
  });
});
