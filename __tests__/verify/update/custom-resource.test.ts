import { verify, verifyUpdate } from '../../../lib/verify';
import { definition, FIXED, judged, NUMBER, ofField, rules, ship, TEXT } from './ship';

describe('a rule that speaks of oldSelf holds an update', () => {
  const grows = { ...NUMBER, ...rules({ rule: 'self >= oldSelf', message: 'may not shrink' }) };

  test('with its message, of level rejected', () => {
    const { findings } = verifyUpdate(ship({ field: 2 }), ship({ field: 1 }), {
      definitions: [definition({ field: grows })],
    });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'update',
        level: 'rejected',
        errorType: 'FieldValueInvalid',
        path: 'spec.field',
        message: 'may not shrink',
        object: expect.objectContaining({ kind: 'Ship', name: 's' }),
      }),
    ]);
    expect(ofField(grows, 1, 2)).toEqual([]);
  });

  test('in all versions, and only where there was a value', () => {
    expect(ofField(grows, 2, 1, '1.28')).toEqual(['Invalid spec.field']);
    expect(ofField(grows, undefined, 1)).toEqual([]);
    expect(ofField(grows, 1, undefined)).toEqual([]);
  });

  test('at the field and with the reason that it names', () => {
    const keeps = { rule: 'has(self.to)', reason: 'FieldValueForbidden', fieldPath: '.to' };
    const schema = {
      type: 'object',
      properties: { to: TEXT },
      ...rules({ ...keeps, rule: '!has(oldSelf.to) || has(self.to)' }),
    };
    expect(ofField(schema, { to: 'a' }, {})).toEqual(['Forbidden spec.field.to']);
  });

  test('of the whole object too', () => {
    const root = rules({ rule: 'self.spec.field == oldSelf.spec.field' });
    const crd = definition({ field: TEXT }, { root });
    expect(judged(crd, { before: ship({ field: 'a' }), after: ship({ field: 'b' }) }).update).toEqual([
      'Invalid ',
    ]);
  });

  test('and a rule without it is left to verify', () => {
    const low = { ...NUMBER, ...rules({ rule: 'self < 9' }) };
    const found = judged(definition({ field: low }), {
      before: ship({ field: 1 }),
      after: ship({ field: 10 }),
    });
    expect(found).toEqual({ update: [], rest: ['Invalid spec.field'] });
  });

  test('but for one that only has the word', () => {
    expect(ofField({ ...TEXT, ...rules({ rule: "self != 'oldSelf'" }) }, 'a', 'oldSelf')).toEqual([]);
  });
});

describe('what a value was before', () => {
  const keyed = (fields: object) => ({
    type: 'array',
    items: {
      type: 'object',
      properties: { k: TEXT, n: { ...NUMBER, default: 1 }, v: { ...TEXT, ...FIXED } },
    },
    ...fields,
  });
  const MAP = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k', 'n'] };
  const before = [
    { k: 'a', v: '1' },
    { k: 'b', n: 2, v: '2' },
  ];

  test('is known in a list that is a map, by its keys and their defaults', () => {
    const ofList = (after: object[]) => ofField(keyed(MAP), before, after);
    expect(ofList([...before].reverse())).toEqual([]);
    expect(ofList([{ k: 'b', n: 2, v: '3' }])).toEqual(['Invalid spec.field[0].v']);
    expect(ofList([{ k: 'z' }, { k: 'a', n: 1, v: '3' }])).toEqual(['Invalid spec.field[1].v']);
    expect(ofList([{ k: 'a', n: 7, v: '3' }])).toEqual([]);
  });

  test.each(['set', 'atomic', undefined])('is not known in a list of type %s', type => {
    const schema = keyed(type ? { 'x-kubernetes-list-type': type } : {});
    expect(ofField(schema, before, [{ k: 'a', v: '3' }])).toEqual([]);
  });

  test('is known in maps and objects, whatever their type', () => {
    const map = { type: 'object', additionalProperties: { ...TEXT, ...FIXED } };
    expect(ofField(map, { 'b.c/d': '1' }, { 'b.c/d': '2', e: '3' })).toEqual(['Invalid spec.field[b.c/d]']);
    const object = {
      type: 'object',
      'x-kubernetes-map-type': 'atomic',
      properties: { 'dry-dock': { ...TEXT, ...FIXED } },
    };
    expect(ofField(object, { 'dry-dock': 'a' }, { 'dry-dock': 'b' })).toEqual([
      'Invalid spec.field.dry-dock',
    ]);
  });

  test('is compared without a look at the order of a set', () => {
    const set = { type: 'array', items: TEXT, 'x-kubernetes-list-type': 'set', ...FIXED };
    expect(ofField(set, ['a', 'b'], ['b', 'a'])).toEqual([]);
    expect(ofField(set, ['a', 'b'], ['a'])).toEqual(['Invalid spec.field']);
    expect(ofField({ type: 'array', items: TEXT, ...FIXED }, ['a', 'b'], ['b', 'a'])).toEqual([
      'Invalid spec.field',
    ]);
  });

  test('has the defaults of the schema', () => {
    const count = { ...NUMBER, default: 3, ...FIXED };
    expect(ofField(count, undefined, 3)).toEqual([]);
    expect(ofField(count, undefined, 4)).toEqual(['Invalid spec.field']);
    expect(ofField(count, 4, null)).toEqual(['Invalid spec.field']);
    const inside = {
      type: 'object',
      default: { mode: 'x' },
      properties: { mode: { ...TEXT, default: 'm', ...FIXED } },
    };
    expect(ofField(inside, undefined, {})).toEqual(['Invalid spec.field.mode']);
  });

  test('may be nothing where the schema takes null', () => {
    const nullable = { ...TEXT, nullable: true, ...FIXED };
    expect(ofField(nullable, 'a', null)).toEqual([]);
    expect(ofField(nullable, null, 'a')).toEqual([]);
  });

  test('is a time or a duration by its format', () => {
    const goesOn = rules({ rule: 'self >= oldSelf' });
    const time = { type: 'string', format: 'date-time', ...goesOn };
    expect(ofField(time, '2024-01-01T00:00:00Z', '2024-01-01T01:00:00+01:00')).toEqual([]);
    expect(ofField(time, '2024-01-01T00:00:00Z', '2024-01-01T00:30:00+01:00')).toEqual([
      'Invalid spec.field',
    ]);
    const duration = { type: 'string', format: 'duration', ...goesOn };
    expect(ofField(duration, '90s', '2m')).toEqual([]);
    expect(ofField(duration, '90s', '1m')).toEqual(['Invalid spec.field']);
    expect(ofField(duration, '90s', 'soon')).toEqual([]);
  });
});

describe('a rule with optionalOldSelf', () => {
  const optional = (rule: string) => ({ ...TEXT, ...rules({ rule, optionalOldSelf: true }) });
  const born = optional("oldSelf.hasValue() || self == 'a'");

  test('runs for new values too', () => {
    const crd = definition({ field: born });
    expect(judged(crd, { before: ship({}), after: ship({ field: 'b' }) })).toEqual({
      update: ['Invalid spec.field'],
      rest: [],
    });
    expect(judged(crd, { before: ship({ field: 'a' }), after: ship({ field: 'b' }) })).toEqual({
      update: [],
      rest: [],
    });
    const created = verify([ship({ field: 'b' })], { definitions: [crd], kubernetesVersion: '1.36' });
    expect(created.findings.map(({ path }) => path)).toEqual(['spec.field']);
  });

  test('asks for the former value', () => {
    expect(ofField(optional('!oldSelf.hasValue() || self == oldSelf.value()'), 'a', 'b')).toEqual([
      'Invalid spec.field',
    ]);
    expect(ofField(optional("oldSelf.orValue('z') != 'a' || self == 'a'"), 'a', 'b')).toEqual([
      'Invalid spec.field',
    ]);
    expect(ofField(optional("oldSelf.orValue('z') == 'z'"), undefined, 'b')).toEqual([]);
  });

  test('is any transition rule where the version does not know it', () => {
    expect(ofField(optional('self == oldSelf'), 'a', 'b', '1.29')).toEqual(['Invalid spec.field']);
    expect(ofField(born, undefined, 'b', '1.29')).toEqual([]);
  });
});
