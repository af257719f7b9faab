import { validateMutatingPolicy } from '../../../../lib/verify/api/admission/mutating-policy';
import {
  validateMutatingBinding,
  validateValidatingBinding,
} from '../../../../lib/verify/api/admission/policy-binding';
import { validateValidatingPolicy } from '../../../../lib/verify/api/admission/validating-policy';
import { judged } from '../workloads/judged';

const metadata = { name: 'a' };
const rule = { operations: ['CREATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] };
const matchConstraints = { resourceRules: [rule] };
const validations = [{ expression: 'object.spec.replicas <= 5' }];
const policy = (fields: object) =>
  judged(validateValidatingPolicy, { metadata, spec: { matchConstraints, validations, ...fields } }, '1.36');
const validation = (fields: object) => policy({ validations: [{ expression: 'true', ...fields }] });
const audit = (...auditAnnotations: object[]) => policy({ validations: [], auditAnnotations });
const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' };
const mutation = (fields: object, spec: object = {}) =>
  judged(
    validateMutatingPolicy,
    { metadata, spec: { matchConstraints, reinvocationPolicy: 'Never', mutations: [fields], ...spec } },
    '1.36',
  );
const apply = (expression: string) =>
  mutation({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } });
const patch = (expression: string) => mutation({ patchType: 'JSONPatch', jsonPatch: { expression } });
const binding = (fields: object) =>
  judged(validateValidatingBinding, {
    metadata,
    spec: { policyName: 'p', validationActions: ['Deny'], ...fields },
  });

test('a policy says what it is about and what must hold', () => {
  expect(policy({})).toEqual([]);
  expect(judged(validateValidatingPolicy, { metadata })).toEqual([
    'Required spec.matchConstraints',
    'Required spec.validations',
    'Required spec.auditAnnotations',
  ]);
  expect(policy({ matchConstraints: {} })).toEqual(['Required spec.matchConstraints.resourceRules']);
  expect(policy({ failurePolicy: 'Never' })).toEqual(['NotSupported spec.failurePolicy']);
});

test('rules of a policy may name objects, each once', () => {
  const named = (...resourceNames: string[]) =>
    policy({ matchConstraints: { resourceRules: [{ ...rule, resourceNames }] } });
  const path = 'spec.matchConstraints.resourceRules[0].resourceNames';
  expect(named('a', 'b')).toEqual([]);
  expect(named('a', 'a')).toEqual([`Duplicate ${path}[1]`]);
  expect(named('a/b')).toEqual([`Invalid ${path}[0]`]);
});

test('what is excluded is judged too', () => {
  expect(
    policy({ matchConstraints: { ...matchConstraints, matchPolicy: 'Any', excludeResourceRules: [{}] } }),
  ).toEqual([
    'NotSupported spec.matchConstraints.matchPolicy',
    ...['operations', 'apiGroups', 'apiVersions', 'resources'].map(
      field => `Required spec.matchConstraints.excludeResourceRules[0].${field}`,
    ),
  ]);
});

test('the kind of the parameters is a kind', () => {
  const param = (fields: object) => policy({ paramKind: { ...paramKind, ...fields } });
  expect(param({ apiVersion: 'example.com/v1', kind: 'Limit' })).toEqual([]);
  expect(policy({ paramKind: {} })).toEqual([
    'Required spec.paramKind.apiVersion',
    'Required spec.paramKind.kind',
  ]);
  for (const apiVersion of ['a/b/c', 'example.com/', 'A_b/v1', '1']) {
    expect(param({ apiVersion })).toEqual(['Invalid spec.paramKind.apiVersion']);
  }
  expect(param({ kind: 'Limit_1' })).toEqual(['Invalid spec.paramKind.kind']);
});

test('params are there where they have a kind', () => {
  expect(policy({ paramKind, validations: [{ expression: 'params.x == 1' }] })).toEqual([]);
  expect(validation({ expression: 'params.x == 1' })).toEqual(['Invalid spec.validations[0].expression']);
});

test('a validation comes to a bool, its message to a string', () => {
  expect(validation({ expression: 'object.spec.paused' })).toEqual([
    'Invalid spec.validations[0].expression',
  ]);
  expect(validation({ expression: ' ' })).toEqual(['Required spec.validations[0].expression']);
  expect(validation({ messageExpression: '"no " + object.metadata.name' })).toEqual([]);
  expect(validation({ messageExpression: '1' })).toEqual(['Invalid spec.validations[0].messageExpression']);
  expect(validation({ messageExpression: ' ' })).toEqual(['Invalid spec.validations[0].messageExpression']);
  expect(validation({ messageExpression: 'authorizer.path("/").check("get").reason()' })).toEqual([
    'Invalid spec.validations[0].messageExpression',
  ]);
});

test('a message is a line, a reason one of three', () => {
  expect(validation({ message: 'no\n', reason: 'Forbidden' })).toEqual([]);
  expect(validation({ message: 'no\nno' })).toEqual(['Invalid spec.validations[0].message']);
  expect(validation({ message: ' ' })).toEqual(['Invalid spec.validations[0].message']);
  expect(validation({ reason: 'Other' })).toEqual(['NotSupported spec.validations[0].reason']);
});

test('a variable uses the ones before it', () => {
  const variables = (...found: [string, string][]) =>
    policy({
      variables: found.map(([name, expression]) => ({ name, expression })),
      validations: [{ expression: 'variables.b' }],
    });
  expect(variables(['a', 'object.spec.replicas'], ['b', 'variables.a > 1'])).toEqual([]);
  expect(variables(['b', 'variables.a > 1'], ['a', '1'])).toEqual([
    'Invalid spec.variables[0].expression',
    'Invalid spec.validations[0].expression',
  ]);
  expect(variables(['b', '1'])).toEqual(['Invalid spec.validations[0].expression']);
  expect(variables(['b', 'true'], ['4ever', '1'])).toEqual(['Invalid spec.variables[1].name']);
  expect(variables(['b', 'true'], ['if', '1'])).toEqual(['Invalid spec.variables[1].name']);
  expect(variables(['b', 'true'], ['', ''])).toEqual([
    'Required spec.variables[1].name',
    'Required spec.variables[1].expression',
  ]);
});

test('audit annotations have keys of their own, and come to a string or to null', () => {
  expect(
    audit({ key: 'k', valueExpression: 'object.x == 1 ? "a" : "b"' }, { key: 'l', valueExpression: 'null' }),
  ).toEqual([]);
  expect(audit({ key: 'k', valueExpression: '1' })).toEqual([
    'Invalid spec.auditAnnotations[0].valueExpression',
  ]);
  expect(audit({ key: 'k' })).toEqual(['Required spec.auditAnnotations[0].valueExpression']);
  expect(audit({ key: 'a b', valueExpression: '""' })).toEqual(['Invalid spec.auditAnnotations[0].key']);
  const same = { key: 'k', valueExpression: '""' };
  expect(audit(same, same)).toEqual(['Duplicate spec.auditAnnotations[1].key']);
  expect(audit({ key: 'k', valueExpression: `"${'x'.repeat(5 * 1024)}"` })).toEqual([
    'Required spec.auditAnnotations[0].valueExpression',
  ]);
  expect(audit(...Array.from({ length: 21 }, (_, at) => ({ ...same, key: `k${at}` })))).toEqual([
    'Invalid spec.auditAnnotations',
  ]);
});

test('a mutation applies a configuration or a patch', () => {
  expect(apply('Object{spec: Object.spec{replicas: 3}}')).toEqual([]);
  expect(
    patch('[JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("a/b"), value: "x"}]'),
  ).toEqual([]);
  expect(apply('1 < 2')).toEqual(['Invalid spec.mutations[0].applyConfiguration.expression']);
  expect(patch('[JSONPatch{verb: "add"}]')).toEqual(['Invalid spec.mutations[0].jsonPatch.expression']);
  expect(patch('object.x')).toEqual(['Invalid spec.mutations[0].jsonPatch.expression']);
  expect(validation({ expression: 'Object{} == null' })).toEqual(['Invalid spec.validations[0].expression']);
  expect(patch(' ')).toEqual(['Required spec.mutations[0].jsonPatch.expression']);
});

test('the patch is of the type that is said', () => {
  const expression = 'Object{}';
  expect(mutation({})).toEqual(['Required spec.mutations[0].patchType']);
  expect(mutation({ patchType: 'Merge' })).toEqual(['NotSupported spec.mutations[0].patchType']);
  expect(mutation({ patchType: 'ApplyConfiguration', jsonPatch: { expression } })).toEqual([
    'Required spec.mutations[0].applyConfiguration',
    'Invalid spec.mutations[0].jsonPatch',
  ]);
  expect(mutation({ patchType: 'JSONPatch', applyConfiguration: { expression } })).toEqual([
    'Required spec.mutations[0].jsonPatch',
    'Invalid spec.mutations[0].applyConfiguration',
  ]);
});

test('a mutating policy says whether it is asked again, and is about what can be changed', () => {
  const good = { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } };
  expect(mutation(good, { mutations: [] })).toEqual(['Required spec.mutations']);
  expect(mutation(good, { reinvocationPolicy: '' })).toEqual(['Required spec.reinvocationPolicy']);
  expect(mutation(good, { reinvocationPolicy: 'Always' })).toEqual(['NotSupported spec.reinvocationPolicy']);
  expect(
    mutation(good, { matchConstraints: { resourceRules: [{ ...rule, operations: ['DELETE'] }] } }),
  ).toEqual(['NotSupported spec.matchConstraints.resourceRules.operations']);
});

test('a binding names its policy and what happens', () => {
  expect(binding({})).toEqual([]);
  expect(binding({ policyName: '' })).toEqual(['Required spec.policyName']);
  expect(binding({ policyName: 'A' })).toEqual(['Invalid spec.policyName']);
  expect(binding({ validationActions: [] })).toEqual(['Required spec.validationActions']);
  expect(binding({ validationActions: ['Audit', 'Audit'] })).toEqual(['Duplicate spec.validationActions[1]']);
  expect(binding({ validationActions: ['Block'] })).toEqual(['NotSupported spec.validationActions[0]']);
  expect(binding({ validationActions: ['Deny', 'Warn'] })).toEqual(['Invalid spec.validationActions']);
  expect(binding({ matchResources: { resourceRules: [{ ...rule, operations: [] }] } })).toEqual([
    'Required spec.matchResources.resourceRules[0].operations',
  ]);
});

test('parameters are named or selected, and their absence answered', () => {
  const param = (fields: object) => binding({ paramRef: { parameterNotFoundAction: 'Deny', ...fields } });
  expect(param({ name: 'a' })).toEqual([]);
  expect(param({ selector: {} })).toEqual([]);
  expect(param({})).toEqual(['Required spec.paramRef']);
  expect(param({ name: 'a', selector: {} })).toEqual([
    'Forbidden spec.paramRef.name',
    'Forbidden spec.paramRef.selector',
  ]);
  expect(param({ name: 'a', parameterNotFoundAction: '' })).toEqual([
    'Required spec.paramRef.parameterNotFoundAction',
  ]);
  expect(param({ name: 'a', parameterNotFoundAction: 'Warn' })).toEqual([
    'NotSupported spec.paramRef.parameterNotFoundAction',
  ]);
});

test('a mutating binding is about what can be changed', () => {
  const spec = { policyName: 'p', matchResources: { resourceRules: [{ ...rule, operations: ['DELETE'] }] } };
  expect(judged(validateMutatingBinding, { metadata, spec })).toEqual([
    'NotSupported spec.matchResources.resourceRules.operations',
  ]);
});
