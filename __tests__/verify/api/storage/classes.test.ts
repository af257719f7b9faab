import { validateStorageClass } from '../../../../lib/verify/api/storage/storage-class';
import { validateVolumeAttributesClass } from '../../../../lib/verify/api/storage/volume-attributes-class';
import { judged } from '../network/judged';

const storage = (fields: object) =>
  judged(validateStorageClass, { provisioner: 'ebs.csi.aws.com', ...fields });

const topologies = (...terms: object[]) =>
  storage({ allowedTopologies: terms.map(matchLabelExpressions => ({ matchLabelExpressions })) }).map(error =>
    error.replace('allowedTopologies', ''),
  );

const ZONE = { key: 'topology.kubernetes.io/zone', values: ['a', 'b'] };

test.each([
  {},
  { provisioner: 'Kubernetes.io/no-provisioner', volumeBindingMode: 'WaitForFirstConsumer' },
  { reclaimPolicy: '', parameters: { type: 'gp3' }, mountOptions: ['ro'] },
])('%j is in order', fields => expect(storage(fields)).toEqual([]));

test.each<[object, string]>([
  [{ provisioner: '' }, 'Required provisioner'],
  [{ provisioner: 'a b' }, 'Invalid provisioner'],
  [{ reclaimPolicy: 'Recycle' }, 'NotSupported reclaimPolicy'],
  [{ volumeBindingMode: '' }, 'NotSupported volumeBindingMode'],
  [{ parameters: { '': 'a' } }, 'Invalid parameters'],
  [{ parameters: { a: 'b'.repeat(256 * 1024) } }, 'TooLong parameters'],
  [
    { parameters: Object.fromEntries(Array.from({ length: 513 }, (_, i) => [`p${i}`, ''])) },
    'TooLong parameters',
  ],
])('%j is refused', (fields, error) => expect(storage(fields)).toEqual([error]));

describe('allowed topologies', () => {
  it('are terms that differ', () => {
    expect(topologies([ZONE], [{ ...ZONE, values: ['c'] }])).toEqual([]);
    expect(topologies([ZONE], [{ ...ZONE, values: ['b', 'a'] }])).toEqual([
      'Duplicate [1].matchLabelExpressions',
    ]);
  });

  it('are refused as duplicates where they ask for nothing', () => {
    expect(topologies([])).toEqual(['Duplicate [0].matchLabelExpressions']);
  });

  it('name labels once, with values that differ', () => {
    expect(topologies([ZONE, ZONE])).toEqual(['Duplicate [0].matchLabelExpressions[1].key']);
    expect(topologies([{ key: 'a b', values: [] }])).toEqual([
      'Required [0].matchLabelExpressions[0].values',
      'Invalid [0].matchLabelExpressions[0].key',
    ]);
    expect(topologies([{ key: 'a', values: ['b', 'b'] }])).toEqual([
      'Duplicate [0].matchLabelExpressions[0].values[1]',
    ]);
  });
});

test('a VolumeAttributesClass has a driver and parameters', () => {
  const attributes = (fields: object) => judged(validateVolumeAttributesClass, fields);
  expect(attributes({ driverName: 'ebs.csi.aws.com', parameters: { iops: '4000' } })).toEqual([]);
  expect(attributes({})).toEqual(['Required driverName', 'Required parameters']);
});
