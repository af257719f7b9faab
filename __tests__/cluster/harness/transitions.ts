import type { KubernetesObject } from '../../../scripts/cluster/api-client';

const GROUP = 'yard.example';
const TEXT = { type: 'string', maxLength: 20 };
const NUMBER = { type: 'integer' };
const FIXED = rules({ rule: 'self == oldSelf' });
const SET = { 'x-kubernetes-list-type': 'set' };
const MAP = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k', 'n'] };

function rules(...all: readonly object[]): object {
  return { 'x-kubernetes-validations': all };
}

/** Fields whose schema has rules about what they were. */
const FIELDS = {
  size: { ...NUMBER, maximum: 100, ...rules({ rule: 'self >= oldSelf' }) },
  name: { ...TEXT, ...rules({ rule: 'self == oldSelf', message: 'stays', reason: 'FieldValueForbidden' }) },
  count: { ...NUMBER, default: 3, ...FIXED },
  note: { ...TEXT, nullable: true, ...FIXED },
  since: { type: 'string', format: 'date-time', ...rules({ rule: 'self >= oldSelf' }) },
  set: { type: 'array', maxItems: 9, items: TEXT, ...SET, ...FIXED },
  list: { type: 'array', maxItems: 9, items: TEXT, ...rules({ rule: 'oldSelf.all(x, x in self)' }) },
  items: {
    type: 'array',
    maxItems: 9,
    items: {
      type: 'object',
      required: ['k'],
      properties: { k: TEXT, n: { ...NUMBER, default: 1 }, v: { ...TEXT, ...FIXED } },
    },
    ...MAP,
  },
  labels: { type: 'object', maxProperties: 9, additionalProperties: { ...TEXT, ...FIXED } },
  mode: { ...TEXT, enum: ['a', 'b'] },
  word: { ...TEXT, ...rules({ rule: 'size(self) > 2', message: 'is too short' }) },
  part: {
    type: 'object',
    default: { low: 1, high: 9 },
    properties: { low: NUMBER, high: { ...NUMBER, default: 9 } },
    ...rules({ rule: 'self.low <= self.high' }),
  },
};

/** Fields whose rules run where there is no former value too. */
const OPTIONAL_FIELDS = {
  born: { ...TEXT, ...optional("oldSelf.hasValue() || self == 'a'") },
  once: { ...TEXT, ...optional('!oldSelf.hasValue() || self == oldSelf.value()') },
};

function optional(rule: string): object {
  return rules({ rule, optionalOldSelf: true });
}

/** A definition of ships; without what they are held to if it is `lax`. */
export function shipDefinition(hasOptional: boolean, lax: boolean): KubernetesObject {
  const fields = hasOptional ? { ...FIELDS, ...OPTIONAL_FIELDS } : FIELDS;
  const spec = { type: 'object', properties: lax ? withoutBounds(fields) : fields };
  const schema = { type: 'object', properties: { spec } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `ships.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: { plural: 'ships', kind: 'Ship' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}

const BOUNDS = ['maximum', 'enum', 'x-kubernetes-validations'];

function withoutBounds(value: object): object {
  return JSON.parse(JSON.stringify(value, (key, inside) => (BOUNDS.includes(key) ? undefined : inside)));
}

/** A ship in order, and one of which much is wrong; both are stored before they are changed. */
export function ships(hasOptional: boolean): {
  readonly fine: KubernetesObject;
  readonly wrong: KubernetesObject;
} {
  const spec = {
    size: 5,
    name: 'a',
    note: 'n',
    since: '2024-01-01T00:00:00Z',
    set: ['x', 'y'],
    list: ['p', 'q'],
    items: [
      { k: 'a', v: '1' },
      { k: 'b', n: 2, v: '2' },
    ],
    labels: { a: '1', 'b.c/d': '2' },
    mode: 'a',
    word: 'abc',
    part: { low: 1 },
    ...(hasOptional && { born: 'a', once: 'a' }),
  };
  return {
    fine: ship('fine', spec),
    wrong: ship('wrong', { ...spec, size: 200, mode: 'z', word: 'a', part: { low: 10 } }),
  };
}

function ship(name: string, spec: object): KubernetesObject {
  return { apiVersion: `${GROUP}/v1`, kind: 'Ship', metadata: { name }, spec };
}
