import { validateWebhookConfiguration } from '../../../../lib/verify/api/admission/webhook-configuration';
import { judged } from '../workloads/judged';

const rule = { operations: ['CREATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] };
const webhook = {
  name: 'deny.policies.example.com',
  clientConfig: { url: 'https://example.com' },
  rules: [rule],
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
};
const at = 'webhooks[0]';
const configuration = (...webhooks: object[]) =>
  judged(validateWebhookConfiguration, { metadata: { name: 'a' }, webhooks });
const hook = (fields: object) => configuration({ ...webhook, ...fields });
const ruled = (fields: object) => hook({ rules: [{ ...rule, ...fields }] });
const condition = (...matchConditions: object[]) => hook({ matchConditions });

test('a configuration may be without webhooks', () => {
  expect(judged(validateWebhookConfiguration, { metadata: { name: 'a' } })).toEqual([]);
  expect(hook({})).toEqual([]);
});

test('a webhook says what it is, where it is, and what it does', () => {
  expect(configuration({})).toEqual([
    `Required ${at}.name`,
    `Required ${at}.sideEffects`,
    `Required ${at}.clientConfig`,
    `Required ${at}.admissionReviewVersions`,
  ]);
});

test('names of webhooks have three parts, and stand once', () => {
  expect(hook({ name: 'example.com' })).toEqual([`Invalid ${at}.name`]);
  expect(hook({ name: 'A.b.c' })).toEqual([`Invalid ${at}.name`]);
  expect(configuration(webhook, webhook)).toEqual(['Duplicate webhooks[1].name']);
  const nameless = { ...webhook, name: '' };
  expect(configuration(nameless, nameless)).toEqual([
    'Required webhooks[0].name',
    'Required webhooks[1].name',
  ]);
});

test.each([
  ['failurePolicy', 'Ignore'],
  ['matchPolicy', 'Exact'],
  ['sideEffects', 'NoneOnDryRun'],
  ['reinvocationPolicy', 'IfNeeded'],
])('%s is one of few', (field, good) => {
  expect(hook({ [field]: good })).toEqual([]);
  expect(hook({ [field]: 'Some' })).toEqual([`NotSupported ${at}.${field}`]);
  expect(hook({ [field]: '' })).toEqual([`NotSupported ${at}.${field}`]);
});

test('a webhook has from 1 to 30 seconds', () => {
  expect(hook({ timeoutSeconds: 30 })).toEqual([]);
  expect(hook({ timeoutSeconds: 31 })).toEqual([`Invalid ${at}.timeoutSeconds`]);
  expect(hook({ timeoutSeconds: 0 })).toEqual([`Invalid ${at}.timeoutSeconds`]);
});

test('a webhook understands a version of reviews that the server speaks', () => {
  expect(hook({ admissionReviewVersions: ['v2', 'v1beta1'] })).toEqual([]);
  expect(hook({ admissionReviewVersions: ['v2'] })).toEqual([`Invalid ${at}.admissionReviewVersions`]);
  expect(hook({ admissionReviewVersions: ['v1', 'v1'] })).toEqual([
    `Invalid ${at}.admissionReviewVersions[1]`,
  ]);
  expect(hook({ admissionReviewVersions: ['v1', '1'] })).toEqual([
    `Invalid ${at}.admissionReviewVersions[1]`,
  ]);
});

test('selectors are judged', () => {
  const selector = { matchLabels: { a: '-' } };
  expect(hook({ namespaceSelector: selector, objectSelector: selector })).toEqual([
    `Invalid ${at}.namespaceSelector.matchLabels`,
    `Invalid ${at}.objectSelector.matchLabels`,
  ]);
});

test('a rule names operations, groups, versions and resources', () => {
  expect(hook({ rules: [{}] })).toEqual(
    ['operations', 'apiGroups', 'apiVersions', 'resources'].map(field => `Required ${at}.rules[0].${field}`),
  );
  expect(ruled({ apiGroups: [''] })).toEqual([]);
  expect(ruled({ apiVersions: [''] })).toEqual([`Required ${at}.rules[0].apiVersions[0]`]);
  expect(ruled({ operations: ['PATCH'] })).toEqual([`NotSupported ${at}.rules[0].operations[0]`]);
  expect(ruled({ scope: 'Namespaced' })).toEqual([]);
  expect(ruled({ scope: 'All' })).toEqual([`NotSupported ${at}.rules[0].scope`]);
});

test.each(['operations', 'apiGroups', 'apiVersions'])('* stands alone in %s', field => {
  expect(ruled({ [field]: ['*'] })).toEqual([]);
  expect(ruled({ [field]: ['*', rule[field as 'operations'][0]] })).toEqual([
    `Invalid ${at}.rules[0].${field}`,
  ]);
});

test.each([
  [['pods', 'pods/log'], []],
  [['*', 'pods/log'], []],
  [['pods/*', 'deployments/scale'], []],
  [['*/*'], []],
  [[''], ['Required [0]']],
  [['*', 'pods'], ['Invalid ']],
  [['pods', '*'], []],
  [['pods/*', 'pods/log'], ['Invalid [1]']],
  [['*/scale', 'deployments/scale'], ['Invalid [1]']],
  [['*/*', 'pods'], ['Invalid ']],
])('resources %j', (resources, expected) => {
  expect(ruled({ resources })).toEqual(expected.map(text => text.replace(' ', ` ${at}.rules[0].resources`)));
});

test('conditions have a name and an expression', () => {
  expect(condition({ name: 'a', expression: 'request.dryRun' })).toEqual([]);
  expect(condition({})).toEqual([
    `Required ${at}.matchConditions[0].expression`,
    `Required ${at}.matchConditions[0].name`,
  ]);
  expect(condition({ name: '-', expression: 'true' })).toEqual([`Invalid ${at}.matchConditions[0].name`]);
  const same = { name: 'a', expression: 'true' };
  expect(condition(same, same)).toEqual([`Duplicate ${at}.matchConditions[1].name`]);
});

test('there are 64 conditions at most', () => {
  const conditions = (count: number) =>
    condition(...Array.from({ length: count }, (_, at) => ({ name: `c${at}`, expression: 'true' })));
  expect(conditions(64)).toEqual([]);
  expect(conditions(65)).toEqual([`TooMany ${at}.matchConditions`]);
});

test.each([
  '!(request.userInfo.username.startsWith("system:"))',
  'authorizer.group("apps").resource("deployments").check("create").allowed()',
  'authorizer.requestResource.check("custom").allowed()',
  'has(object.metadata.labels) && "app" in object.metadata.labels',
  'namespaceObject.metadata.name == "shop"',
])('%s is a condition', expression => {
  expect(condition({ name: 'a', expression })).toEqual([]);
});

test.each([
  'object.spec.paused',
  '1',
  'params.x == 1',
  'variables.x',
  'request.verb == "create"',
  'object.x in [1, 2,',
])('%s is none', expression => {
  expect(condition({ name: 'a', expression })).toEqual([`Invalid ${at}.matchConditions[0].expression`]);
});
