import { judgePod, judgeTemplate } from './judged-pod';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const short = (errors: string[]) =>
  errors.map(error => error.replace(/(spec|template\.spec)\.affinity\./, '').replace(REQUIRED, 'required'));

describe('the nodes that a pod must run on', () => {
  const judge = (term: object, version?: '1.28') =>
    short(
      judgePod({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [term] } } } }, version),
    ).map(error => error.replace('nodeAffinity.required.nodeSelectorTerms[0].', ''));
  const label = (requirement: object, version?: '1.28') =>
    judge({ matchExpressions: [requirement] }, version);
  const field = (requirement: object) => judge({ matchFields: [requirement] });

  it('have terms', () => {
    expect(short(judgePod({ affinity: { nodeAffinity: { [REQUIRED]: {} } } }))).toEqual([
      'Required nodeAffinity.required.nodeSelectorTerms',
    ]);
  });

  it('may be any where a term is empty', () => {
    expect(judge({})).toEqual([]);
  });

  it('have labels, with values as the operator wants them', () => {
    expect(label({ key: 'zone', operator: 'In', values: ['a'] })).toEqual([]);
    expect(label({ key: 'zone', operator: 'In' })).toEqual(['Required matchExpressions[0].values']);
    expect(label({ key: 'zone', operator: 'Exists', values: ['a'] })).toEqual([
      'Forbidden matchExpressions[0].values',
    ]);
    expect(label({ key: 'zone', operator: 'Gt', values: ['1', '2'] })).toEqual([
      'Required matchExpressions[0].values',
    ]);
    expect(label({ key: 'zone/', operator: 'Near' })[0]).toBe('Invalid matchExpressions[0].operator');
  });

  it('have values that labels can have, which 1.28 does not ask', () => {
    const requirement = { key: 'zone', operator: 'In', values: ['a/b'] };
    expect(label(requirement)).toEqual(['Invalid matchExpressions[0].values[0]']);
    expect(label(requirement, '1.28')).toEqual([]);
  });

  it('have a name, and no other field', () => {
    expect(field({ key: 'metadata.name', operator: 'In', values: ['n'] })).toEqual([]);
    expect(field({ key: 'metadata.name', operator: 'In', values: ['n', 'm'] })).toEqual([
      'Required matchFields[0].values',
    ]);
    expect(field({ key: 'metadata.name', operator: 'In', values: ['N'] })).toEqual([
      'Invalid matchFields[0].values[0]',
    ]);
    expect(field({ key: 'spec.x', operator: 'Exists' })).toEqual([
      'Invalid matchFields[0].operator',
      'Invalid matchFields[0].key',
    ]);
  });
});

it('nodes that a pod would rather run on have weights from 1 to 100, and any values', () => {
  const preference = { matchExpressions: [{ key: 'a', operator: 'In', values: ['a/b'] }] };
  const terms = [0, 1, 100, 101].map(weight => ({ weight, preference }));
  expect(short(judgePod({ affinity: { nodeAffinity: { [PREFERRED]: terms } } }))).toEqual([
    `Invalid nodeAffinity.${PREFERRED}[0].weight`,
    `Invalid nodeAffinity.${PREFERRED}[3].weight`,
  ]);
});

describe('the pods that a pod must run beside', () => {
  const term = (fields: object) => ({
    topologyKey: 'zone',
    labelSelector: { matchLabels: { app: 'web' } },
    ...fields,
  });
  const affinity = (fields: object) => ({ affinity: { podAffinity: { [REQUIRED]: [term(fields)] } } });
  const judge = (fields: object) => short(judgePod(affinity(fields), '1.36', { labels: { app: 'web' } }));

  it('are in a domain, in namespaces, and have labels', () => {
    expect(judge({})).toEqual([]);
    expect(judge({ topologyKey: '' })).toEqual([
      'Required podAffinity.required[0].topologyKey',
      'Invalid podAffinity.required[0].topologyKey',
    ]);
    expect(judge({ namespaces: ['A'] })).toEqual(['Invalid podAffinity.required[0].namespace']);
    expect(judge({ namespaceSelector: { matchLabels: { a: '/' } } })).toEqual([
      'Invalid podAffinity.required[0].namespaceSelector.matchLabels',
    ]);
  });

  it('may have labels of the pod, but not those that the selector asks for too', () => {
    expect(judge({ matchLabelKeys: ['tier'], mismatchLabelKeys: ['tenant'] })).toEqual([]);
    expect(judge({ matchLabelKeys: ['tier', 'app'] })).toEqual(['Invalid podAffinity.required[0][1]']);
  });

  it('may have them in a template, to which the server adds nothing', () => {
    expect(judgeTemplate(affinity({ matchLabelKeys: ['app'] }), '1.36', { labels: { app: 'web' } })).toEqual(
      [],
    );
  });

  it('have no keys without a selector, and none that must and must not match', () => {
    expect(judge({ labelSelector: undefined, mismatchLabelKeys: ['a'] })).toEqual([
      'Forbidden podAffinity.required[0].mismatchLabelKeys',
    ]);
    expect(judge({ matchLabelKeys: ['a'], mismatchLabelKeys: ['a'] })).toEqual([
      'Invalid podAffinity.required[0].matchLabelKeys[0]',
    ]);
  });

  it('lose the keys before 1.31', () => {
    expect(judgePod(affinity({ matchLabelKeys: ['/'] }), '1.30')).toEqual([]);
  });

  it('have weights where the pod would rather not run beside them', () => {
    const preferred = [{ weight: 0, podAffinityTerm: term({}) }, {}];
    expect(short(judgePod({ affinity: { podAntiAffinity: { [PREFERRED]: preferred } } }))).toEqual([
      `Invalid podAntiAffinity.${PREFERRED}[0].weight`,
      `Invalid podAntiAffinity.${PREFERRED}[1].weight`,
      `Required podAntiAffinity.${PREFERRED}[1].podAffinityTerm.topologyKey`,
      `Invalid podAntiAffinity.${PREFERRED}[1].podAffinityTerm.topologyKey`,
    ]);
  });
});
