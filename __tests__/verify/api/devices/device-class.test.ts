import { validateDeviceClass } from '../../../../lib/verify/api/devices/device-class';
import { judged } from '../workloads/judged';

const of = (spec: object, name = 'gpu') => judged(validateDeviceClass, { metadata: { name }, spec }, '1.36');

test('a class selects devices, and tells their driver what it needs', () => {
  expect(of({})).toEqual([]);
  expect(of({}, 'GPU')).toEqual(['Invalid metadata.name']);
  expect(of({ selectors: [{ cel: { expression: 'device.driver' } }] })).toEqual([
    'Invalid spec.selectors[0].cel.expression',
  ]);
  expect(of({ config: [{}] })).toEqual(['Required spec.config[0].opaque']);
  expect(of({ config: Array(33).fill({}) })).toEqual(['TooMany spec.config']);
});

test('a class may stand for an extended resource', () => {
  expect(of({ extendedResourceName: 'example.com/gpu' })).toEqual([]);
  for (const extendedResourceName of ['gpu', 'kubernetes.io/gpu', 'requests.example.com/gpu']) {
    expect(of({ extendedResourceName })).toEqual(['Invalid spec.extendedResourceName']);
  }
});
