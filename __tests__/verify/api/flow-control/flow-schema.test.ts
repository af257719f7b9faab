import { validateFlowSchema } from '../../../../lib/verify/api/flow-control/flow-schema';
import { judged } from '../workloads/judged';

const USER = { kind: 'User', user: { name: 'jane' } };
const RESOURCES = { verbs: ['get'], apiGroups: [''], resources: ['pods'], namespaces: ['shop'] };
const URLS = { verbs: ['get'], nonResourceURLs: ['/healthz'] };
const RULE = { subjects: [USER], resourceRules: [RESOURCES], nonResourceRules: [URLS] };
const SPEC = { priorityLevelConfiguration: { name: 'high' }, matchingPrecedence: 500, rules: [RULE] };

const of = (fields: object, name = 'jane') =>
  judged(validateFlowSchema, { metadata: { name }, spec: { ...SPEC, ...fields } });
const ofRule = (fields: object) => of({ rules: [{ ...RULE, ...fields }] });
const ofSubject = (subject: object) => ofRule({ subjects: [subject] });
const ofResources = (fields: object) => ofRule({ resourceRules: [{ ...RESOURCES, ...fields }] });
const AT = 'spec.rules[0]';

test('a schema names a priority level, and has a precedence of its own', () => {
  expect(of({})).toEqual([]);
  expect(of({ rules: undefined, matchingPrecedence: undefined })).toEqual([]);
  expect(of({ priorityLevelConfiguration: {} })).toEqual(['Required spec.priorityLevelConfiguration.name']);
  expect(of({ priorityLevelConfiguration: { name: 'High' } })).toEqual([
    'Invalid spec.priorityLevelConfiguration.name',
  ]);
  for (const matchingPrecedence of [-1, 1, 10_001]) {
    expect(of({ matchingPrecedence })).toEqual(['Invalid spec.matchingPrecedence']);
  }
  expect(of({ matchingPrecedence: 10_000 })).toEqual([]);
});

test('flows are told apart by user or by namespace', () => {
  expect(of({ distinguisherMethod: { type: 'ByNamespace' } })).toEqual([]);
  expect(of({ distinguisherMethod: {} })).toEqual(['NotSupported spec.distinguisherMethod.type']);
});

test('a rule has subjects, and requests', () => {
  expect(ofRule({ subjects: [] })).toEqual([`Required ${AT}.subjects`]);
  expect(ofRule({ resourceRules: [], nonResourceRules: [] })).toEqual([`Required ${AT}`]);
  expect(ofRule({ resourceRules: undefined })).toEqual([]);
});

test('the kind of a subject says what else it has', () => {
  const account = { name: '*', namespace: 'shop' };
  expect(ofSubject({ kind: 'ServiceAccount', serviceAccount: account })).toEqual([]);
  expect(ofSubject({ kind: 'Group', group: { name: 'devs' } })).toEqual([]);
  expect(ofSubject({ kind: 'Robot' })).toEqual([`NotSupported ${AT}.subjects[0].kind`]);
  expect(ofSubject({ kind: 'User' })).toEqual([`Required ${AT}.subjects[0].user`]);
  expect(ofSubject({ kind: 'User', user: {} })).toEqual([`Required ${AT}.subjects[0].user.name`]);
  expect(ofSubject({ ...USER, group: { name: 'devs' } })).toEqual([`Forbidden ${AT}.subjects[0].group`]);
  expect(ofSubject({ kind: 'ServiceAccount', serviceAccount: {} })).toEqual([
    `Required ${AT}.subjects[0].serviceAccount.name`,
    `Required ${AT}.subjects[0].serviceAccount.namespace`,
  ]);
  expect(ofSubject({ kind: 'ServiceAccount', serviceAccount: { name: 'A', namespace: '*' } })).toEqual([
    `Invalid ${AT}.subjects[0].serviceAccount.name`,
    `Invalid ${AT}.subjects[0].serviceAccount.namespace`,
  ]);
});

describe('requests for resources', () => {
  const at = `${AT}.resourceRules[0]`;

  test('say verbs, groups, resources and namespaces', () => {
    expect(ofRule({ resourceRules: [{}] })).toEqual([
      `Required ${at}.verbs`,
      `Required ${at}.apiGroups`,
      `Required ${at}.resources`,
      `Required ${at}.namespaces`,
    ]);
    expect(ofResources({ namespaces: undefined, clusterScope: true })).toEqual([]);
    expect(ofResources({ namespaces: ['shop', 'Shop'] })).toEqual([`Invalid ${at}.namespaces[1]`]);
    expect(ofResources({ verbs: ['get', 'head'] })).toEqual([`NotSupported ${at}.verbs`]);
  });

  test('mean all of something with * alone', () => {
    const all = ['*'];
    expect(ofResources({ verbs: all, apiGroups: all, resources: all, namespaces: all })).toEqual([]);
    const more = ['*', 'get'];
    expect(ofResources({ verbs: more, apiGroups: more, resources: more, namespaces: more })).toEqual([
      `Invalid ${at}.verbs`,
      `Invalid ${at}.apiGroups`,
      `Invalid ${at}.resources`,
      `Invalid ${at}.namespaces`,
    ]);
  });
});

test.each<[string, boolean]>([
  ['/', true],
  ['/a/*', true],
  ['/*', true],
  ['*', true],
  ['', false],
  ['a', false],
  ['//', false],
  ['/a b', false],
  ['/a*', false],
  ['/*/a', false],
  ['/*/*', false],
])("requests for '%s' may be named: %s", (url, fits) => {
  const urls = { verbs: ['get'], nonResourceURLs: [url] };
  const expected = fits ? [] : [`Invalid ${AT}.nonResourceRules[0].nonResourceURLs[0]`];
  expect(ofRule({ nonResourceRules: [urls] })).toEqual(expected);
});

test('the schemas of the server itself stay as they are', () => {
  const all = {
    resourceRules: [
      { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
    ],
    nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
  };
  const exempt = {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: [{ kind: 'Group', group: { name: 'system:masters' } }], ...all }],
  };
  expect(of(exempt, 'exempt')).toEqual([]);
  expect(of({ ...exempt, matchingPrecedence: 2 }, 'exempt')).toEqual(['Invalid spec']);
  expect(of({}, 'catch-all')).toEqual(['Invalid spec']);
});
