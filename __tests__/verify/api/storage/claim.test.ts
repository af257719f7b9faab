import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { validatePersistentVolumeClaimSpec } from '../../../../lib/verify/api/storage/claim';
import { validatePersistentVolumeClaim } from '../../../../lib/verify/api/storage/persistent-volume-claim';
import { FieldPath } from '../../../../lib/verify/field-path';
import { judged } from '../network/judged';

const SPEC = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const CLAIM = { kind: 'PersistentVolumeClaim', name: 'old' };
const SNAPSHOT = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'old' };
const POPULATOR = { apiGroup: 'example.com', kind: 'Backup', name: 'old' };

const spec = (fields: object, version?: KubernetesVersion) =>
  judged(validatePersistentVolumeClaim, { spec: { ...SPEC, ...fields } }, version);

const template = (fields: object) => {
  const errors = new FieldErrors('1.36');
  validatePersistentVolumeClaimSpec({ ...SPEC, ...fields }, FieldPath.of('spec'), errors);
  return errors.all.map(({ errorType, path }) => `${errorType.slice('FieldValue'.length)} ${path}`);
};

test.each([
  {},
  { storageClassName: '' },
  { volumeMode: 'Block', selector: { matchLabels: { disk: 'ssd' } } },
  { accessModes: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'] },
  { accessModes: ['ReadWriteOncePod'] },
  { resources: { requests: { storage: 5, 'example.com/iops': '-1' } } },
])('%j is in order', fields => expect(spec(fields)).toEqual([]));

test.each<[object, string]>([
  [{ accessModes: [] }, 'Required spec.accessModes'],
  [{ accessModes: ['RWO'] }, 'NotSupported spec.accessModes'],
  [{ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }, 'Forbidden spec.accessModes'],
  [{ resources: {} }, 'Required spec.resources[storage]'],
  [{ resources: { requests: { storage: '0' } } }, 'Invalid spec.resources[storage]'],
  [{ resources: { requests: { storage: '-1Gi' } } }, 'Invalid spec.resources[storage]'],
  [{ storageClassName: 'Fast' }, 'Invalid spec.storageClassName'],
  [{ volumeMode: '' }, 'NotSupported spec.volumeMode'],
  [{ selector: { matchLabels: { a: 'b c' } } }, 'Invalid spec.selector.matchLabels'],
])('%j is refused', (fields, error) => expect(spec(fields)).toEqual([error]));

test('a class of attributes is judged since 1.34', () => {
  expect(spec({ volumeAttributesClassName: 'Fast' }, '1.33')).toEqual([]);
  expect(spec({ volumeAttributesClassName: 'Fast' }, '1.34')).toEqual([
    'Invalid spec.volumeAttributesClassName',
  ]);
  expect(spec({ volumeAttributesClassName: '' })).toEqual([]);
});

describe('data sources', () => {
  test.each([{ dataSource: CLAIM }, { dataSource: SNAPSHOT }, { dataSourceRef: POPULATOR }])('%j', fields => {
    expect(spec(fields)).toEqual([]);
  });

  it('of other kinds are dropped from the older field of a claim, not from that of a template', () => {
    expect(spec({ dataSource: { kind: 'Secret' } })).toEqual([]);
    expect(template({ dataSource: { kind: 'Secret' } })).toEqual([
      'Required spec.dataSource.name',
      'Invalid spec.dataSource',
    ]);
  });

  it('fill the other field of a claim', () => {
    expect(spec({ dataSource: { ...CLAIM, name: '' } })).toEqual([
      'Required spec.dataSource.name',
      'Required spec.dataSourceRef.name',
    ]);
    expect(spec({ dataSourceRef: { kind: 'Secret', name: 'a' } })).toEqual([
      'Invalid spec.dataSource',
      'Invalid spec.dataSourceRef',
    ]);
  });

  it('in another namespace are dropped from a claim', () => {
    expect(spec({ dataSourceRef: { ...POPULATOR, namespace: 'A' } })).toEqual([]);
    expect(template({ dataSourceRef: { ...POPULATOR, namespace: 'A' } })).toEqual([
      'Invalid spec.dataSourceRef.namespace',
    ]);
    expect(template({ dataSource: CLAIM, dataSourceRef: { ...CLAIM, namespace: 'a' } })).toEqual([
      'Invalid spec',
    ]);
  });

  it('say the same in both fields', () => {
    expect(spec({ dataSource: CLAIM, dataSourceRef: CLAIM })).toEqual([]);
    expect(spec({ dataSource: CLAIM, dataSourceRef: SNAPSHOT })).toEqual(['Invalid spec']);
  });

  it('are of a group with a valid name, since 1.29', () => {
    const fields = { dataSourceRef: { ...POPULATOR, apiGroup: 'A' } };
    expect(spec(fields, '1.28')).toEqual([]);
    expect(spec(fields, '1.29')).toEqual([
      'Invalid spec.dataSource.apiGroup',
      'Invalid spec.dataSourceRef.apiGroup',
    ]);
  });
});
