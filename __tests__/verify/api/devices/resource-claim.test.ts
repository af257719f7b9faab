import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import {
  validateResourceClaim,
  validateResourceClaimTemplate,
} from '../../../../lib/verify/api/devices/resource-claim';
import { judged } from '../workloads/judged';

const metadata = { name: 'gpu', namespace: 'shop' };
const EXACTLY = { deviceClassName: 'gpu' };
const CHOICES = [
  { name: 'big', deviceClassName: 'big' },
  { name: 'small', deviceClassName: 'small', count: 2 },
];
const DEVICES = {
  requests: [
    { name: 'gpu', exactly: EXACTLY },
    { name: 'any', firstAvailable: CHOICES },
  ],
};
const OPAQUE = { driver: 'gpu.example.com', parameters: { mode: 'shared' } };

const of = (devices: object, version: KubernetesVersion = '1.36') =>
  judged(validateResourceClaim, { metadata, spec: { devices: { ...DEVICES, ...devices } } }, version).map(
    line => line.replace('spec.devices.', ''),
  );
const ofExact = (fields: object) => of({ requests: [{ name: 'a', exactly: { ...EXACTLY, ...fields } }] });
const ofAttribute = (matchAttribute: string) => of({ constraints: [{ matchAttribute }] });
const many = (length: number) =>
  Array.from({ length }, (_, index) => ({ name: `a${index}`, exactly: EXACTLY }));

test('a request is for devices of a class, or for the first of several', () => {
  expect(of({})).toEqual([]);
  expect(of({ requests: [{ name: 'a' }] })).toEqual(['Required requests[0]']);
  expect(of({ requests: [{ name: 'a', exactly: EXACTLY, firstAvailable: CHOICES }] })).toEqual([
    'Invalid requests[0]',
  ]);
  expect(ofExact({ deviceClassName: '' })).toEqual(['Required requests[0].exactly.deviceClassName']);
  expect(ofExact({ deviceClassName: 'GPU' })).toEqual(['Invalid requests[0].exactly.deviceClassName']);
  expect(of({ requests: [{ name: 'A', exactly: EXACTLY }] })).toEqual(['Invalid requests[0].name']);
});

test('lists have an end', () => {
  expect(of({ requests: many(32) })).toEqual([]);
  expect(of({ requests: many(33) })).toEqual(['TooMany requests']);
  const firstAvailable = many(9).map(({ name }) => ({ name, deviceClassName: 'gpu' }));
  expect(of({ requests: [{ name: 'a', firstAvailable }] })).toEqual(['TooMany requests[0].firstAvailable']);
});

test('names stand once', () => {
  const [request] = DEVICES.requests;
  expect(of({ requests: [request, request] })).toEqual(['Duplicate requests[1]']);
  expect(of({ requests: [request, request] }, '1.34')).toEqual(['Duplicate requests[1].name']);
  const firstAvailable = [CHOICES[0], CHOICES[0]];
  expect(of({ requests: [{ name: 'a', firstAvailable }] })).toEqual([
    'Duplicate requests[0].firstAvailable[1]',
  ]);
});

test('all devices are asked for without a count', () => {
  const AT = 'requests[0].exactly';
  expect(ofExact({ allocationMode: 'All' })).toEqual([]);
  expect(ofExact({ allocationMode: 'All', count: 1 })).toEqual([`Invalid ${AT}.count`]);
  expect(ofExact({ count: -1 })).toEqual([`Invalid ${AT}.count`]);
  expect(ofExact({ allocationMode: 'Some' })).toEqual([`NotSupported ${AT}.allocationMode`]);
});

test('taints are tolerated by key, value and effect', () => {
  const AT = 'requests[0].exactly.tolerations[0]';
  const ofToleration = (toleration: object) => ofExact({ tolerations: [toleration] });
  expect(ofToleration({ key: 'example.com/a', value: 'b', effect: 'NoExecute' })).toEqual([]);
  expect(ofToleration({ operator: 'Exists' })).toEqual([]);
  expect(ofToleration({ operator: 'Exists', value: 'b' })).toEqual([`Invalid ${AT}.value`]);
  expect(ofToleration({ key: '-', value: '-' })).toEqual([`Invalid ${AT}.key`, `Invalid ${AT}.value`]);
  expect(ofToleration({ operator: 'In', effect: 'Never' })).toEqual([
    `NotSupported ${AT}.operator`,
    `NotSupported ${AT}.effect`,
  ]);
});

describe('a selector speaks of a device', () => {
  const AT = 'requests[0].exactly.selectors[0].cel';
  const ofCel = (expression: string, version?: KubernetesVersion) =>
    of({ requests: [{ name: 'a', exactly: { ...EXACTLY, selectors: [{ cel: { expression } }] } }] }, version);

  test.each([
    "device.driver == 'gpu.example.com'",
    "device.attributes['gpu.example.com'].model == 'a'",
    "device.attributes['gpu.example.com'].shared",
    "device.capacity['gpu.example.com'].memory.compareTo(quantity('1Gi')) >= 0",
    "cel.bind(gpu, device.attributes['gpu.example.com'], gpu.a && gpu.b)",
  ])('%s', expression => {
    expect(ofCel(expression)).toEqual([]);
  });

  test.each(['', 'device.driver', 'device.model == 1', "self.x == 'a'", "device.driver == 'a"])(
    "not '%s'",
    expression => {
      expect(ofCel(expression)).toEqual([`Invalid ${AT}.expression`]);
    },
  );

  test('of its shares since 1.36', () => {
    expect(ofCel('device.allowMultipleAllocations')).toEqual([]);
    expect(ofCel('device.allowMultipleAllocations', '1.35')).toEqual([`Invalid ${AT}.expression`]);
  });

  test('in 10 KiB', () => {
    expect(ofCel(`true || ${' '.repeat(10_240)}true`)).toEqual([`TooLong ${AT}.expression`]);
    expect(ofExact({ selectors: [{}] })).toEqual([`Required ${AT}`]);
  });
});

test.each<[string, string[]]>([
  ['gpu', []],
  ['any', []],
  ['any/big', []],
  ['gpu/big', ['Invalid']],
  ['any/x', ['Invalid']],
  ['x', ['Invalid']],
  ['a/b/c', ['Invalid']],
  ['A', ['Invalid', 'Invalid']],
])("constraints and configurations name requests: '%s'", (name, expected) => {
  const requests = [name];
  expect(of({ constraints: [{ requests, matchAttribute: 'a.b/c' }] })).toEqual(
    expected.map(error => `${error} constraints[0].requests[0]`),
  );
  expect(of({ config: [{ requests, opaque: OPAQUE }] })).toEqual(
    expected.map(error => `${error} config[0].requests[0]`),
  );
  expect(of({ config: [{ requests: ['gpu', 'gpu'], opaque: OPAQUE }] })).toEqual([
    'Duplicate config[0].requests[1]',
  ]);
});

test('a constraint names an attribute with its domain', () => {
  const AT = 'constraints[0].matchAttribute';
  for (const name of ['a.b/c', 'A.b/C_1', 'a/b/c']) expect(ofAttribute(name)).toEqual([]);
  for (const name of ['c', '/c', 'a/', 'a/1c', 'a-/c']) expect(ofAttribute(name)).toEqual([`Invalid ${AT}`]);
  expect(ofAttribute(`a/${'c'.repeat(33)}`)).toEqual([`TooLong ${AT}`]);
  expect(of({ constraints: [{}] })).toEqual(['Required constraints[0]']);
  expect(of({ constraints: [{}] }, '1.35')).toEqual([`Required ${AT}`]);
  expect(of({ constraints: [{ distinctAttribute: 'c' }] })).toEqual([
    'Invalid constraints[0].distinctAttribute',
  ]);
});

test('a driver is told an object', () => {
  const AT = 'config[0].opaque';
  const ofOpaque = (opaque: object | undefined) => of({ config: [{ opaque }] });
  expect(ofOpaque(OPAQUE)).toEqual([]);
  expect(ofOpaque(undefined)).toEqual([`Required ${AT}`]);
  expect(ofOpaque({})).toEqual([`Required ${AT}.driver`, `Required ${AT}.parameters`]);
  expect(ofOpaque({ ...OPAQUE, parameters: [] })).toEqual([`Invalid ${AT}.parameters`]);
  expect(ofOpaque({ ...OPAQUE, parameters: { a: 'a'.repeat(10_240) } })).toEqual([
    `TooLong ${AT}.parameters`,
  ]);
});

test('a template has labels and annotations alone', () => {
  const template = (meta: object, devices: object = DEVICES) =>
    judged(validateResourceClaimTemplate, { metadata, spec: { metadata: meta, spec: { devices } } }, '1.36');
  expect(template({ labels: { app: 'web' } })).toEqual([]);
  expect(template({ name: 'a' })).toEqual(['Forbidden spec.metadata.name']);
  expect(template({}, { requests: [{ name: 'a' }] })).toEqual(['Required spec.spec.devices.requests[0]']);
});
