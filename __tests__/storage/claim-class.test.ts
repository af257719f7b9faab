import { ClaimClass } from '../../lib/storage/claim-class';
import { StorageClass } from '../../lib/storage/storage-class';
import { StorageSize } from '../../lib/storage/storage-size';
import { VolumeClaim } from '../../lib/storage/volume-claim';
import { manifestOf, testChart } from '../render';

function classFieldOf(storageClass: ClaimClass | undefined) {
  const chart = testChart();
  new VolumeClaim(chart, 'data', { size: StorageSize.gibibytes(1), storageClass });
  return manifestOf(chart, 'PersistentVolumeClaim').spec;
}

test('the default class is a field that is not emitted', () => {
  expect(classFieldOf(ClaimClass.default())).not.toHaveProperty('storageClassName');
  expect(classFieldOf(undefined)).not.toHaveProperty('storageClassName');
});

test('no class is the empty string, emitted', () => {
  expect(classFieldOf(ClaimClass.static()).storageClassName).toBe('');
});

test('a class by its handle, made here or elsewhere', () => {
  const chart = testChart();
  const ssd = new StorageClass(chart, 'ssd', { provisioner: 'ebs.csi.aws.com' });
  expect(classFieldOf(ClaimClass.of(ssd)).storageClassName).toBe('ssd');
  expect(classFieldOf(ClaimClass.of(StorageClass.fromName('fast'))).storageClassName).toBe('fast');
});

test('a class by its name', () => {
  expect(classFieldOf(ClaimClass.named('fast')).storageClassName).toBe('fast');
});

test.each([
  ['', /storageClass must be.*use ClaimClass.static\(\)/],
  ['Fast SSD', /storageClass must be lower-case.*received "Fast SSD"/],
])('the name %p is refused', (name, message) => {
  expect(() => ClaimClass.named(name)).toThrow(message);
});
