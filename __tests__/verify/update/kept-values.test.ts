import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { verify, verifyUpdate, withoutExcused } from '../../../lib/verify';
import { definition, FIXED, judged, NUMBER, rules, ship, TEXT } from './ship';

describe('what was wrong before', () => {
  const crd = definition({
    mode: { ...TEXT, enum: ['a'] },
    size: { ...NUMBER, ...rules({ rule: 'self < 9' }) },
    list: { type: 'array', items: { ...TEXT, enum: ['a'] } },
    needy: { type: 'object', required: ['x'], properties: { x: TEXT, y: TEXT } },
  });
  const wrong = { mode: 'b', size: 10, list: ['b', 'a'], needy: { y: '1' } };
  const of = (after: object, version?: KubernetesVersion) =>
    judged(crd, { before: ship(wrong), after: ship(after), version }).rest;

  test('is let be since 1.30, where it stays', () => {
    expect(of({ ...wrong, list: undefined }, '1.30')).toEqual([]);
    expect(of(wrong, '1.29')).toEqual([
      'NotSupported spec.list[0]',
      'NotSupported spec.mode',
      'Required spec.needy.x',
      'Invalid spec.size',
    ]);
  });

  test('is refused where it changes', () => {
    expect(of({ ...wrong, mode: 'c', size: 11 })).toEqual(['NotSupported spec.mode', 'Invalid spec.size']);
    expect(of({ ...wrong, list: ['b'] })).toEqual(['NotSupported spec.list[0]']);
    expect(of({ ...wrong, needy: { y: '2' } })).toEqual(['Required spec.needy.x']);
  });

  test('is let be in a list that stays as a whole', () => {
    const long = { ...TEXT, ...rules({ rule: 'size(self) > 1' }) };
    const ofList = (after: unknown[]) => {
      const update = { before: ship({ field: ['a', 'bc'] }), after: ship({ field: after, other: 'x' }) };
      return judged(definition({ field: { type: 'array', items: long }, other: TEXT }), update).rest;
    };
    expect(ofList(['a', 'bc'])).toEqual([]);
    expect(ofList(['a'])).toEqual(['Invalid spec.field[0]']);
  });

  test('is refused where a set has twins that it had not', () => {
    const set = { type: 'array', items: TEXT, 'x-kubernetes-list-type': 'set' };
    const MAP = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k'] };
    const map = { type: 'array', items: { type: 'object', properties: { k: TEXT } }, ...MAP };
    const ofTwins = (schema: object, before: unknown[], after: unknown[]) =>
      judged(definition({ field: schema }), {
        before: ship({ field: before }),
        after: ship({ field: after }),
      }).rest;
    expect(ofTwins(set, ['a', 'a'], ['a', 'a', 'b'])).toEqual([]);
    expect(ofTwins(set, ['a'], ['a', 'a'])).toEqual(['Duplicate spec.field[1]']);
    expect(ofTwins(map, [{ k: 'a' }], [{ k: 'a' }, { k: 'a' }])).toEqual(['Duplicate spec.field[1]']);
  });

  test('is told by version', () => {
    const versions: KubernetesVersion[] = ['1.28', '1.36'];
    const options = { kubernetesVersion: versions, definitions: [crd] };
    const { excused } = verifyUpdate(ship({ mode: 'b' }), ship({ mode: 'b' }), options);
    const [left, ...others] = withoutExcused(verify([ship({ mode: 'b' })], options).findings, excused);
    expect(left).toMatchObject({ path: 'spec.mode', versions: ['1.28'] });
    expect(others).toEqual([]);
  });
});

describe('the status', () => {
  const before = ship({}, { status: { phase: 'up' } });
  const after = ship({}, { status: { phase: 'down' } });

  test('is as it was where it is written by requests of its own', () => {
    const own = definition({}, { version: { subresources: { status: {} } } });
    expect(judged(own, { before, after }).update).toEqual([]);
    expect(judged(definition({}), { before, after }).update).toEqual(['Invalid status.phase']);
  });
});

describe('versions of a custom resource', () => {
  const crd = (conversion: object) => definition({ field: { ...TEXT, ...FIXED } }, { spec: { conversion } });
  const update = {
    before: ship({ field: 'a' }),
    after: { ...ship({ field: 'b' }), apiVersion: 'yard.example/v2' },
  };

  test('are the same, unless a webhook converts them', () => {
    expect(judged(crd({ strategy: 'None' }), update).update).toEqual(['Invalid spec.field']);
    expect(judged(crd({ strategy: 'Webhook' }), update).update).toEqual([]);
  });

  test('are told by the definition: the last of equals counts, and one of another kind does not', () => {
    const free = definition({ field: TEXT });
    const other = structuredClone(crd({}));
    other.spec.names.kind = 'Boat';
    const said = (...definitions: object[]) =>
      verifyUpdate(update.before, ship({ field: 'b' }), { definitions }).findings.length;
    expect([
      said(),
      said(other),
      said(free),
      said(crd({})),
      said(crd({}), free),
      said(free, crd({})),
    ]).toEqual([0, 0, 0, 1, 0, 1]);
  });
});
