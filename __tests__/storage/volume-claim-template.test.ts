import { k8s } from 'cdk8s-plus-28';
import { ClaimClass } from '../../lib/storage/claim-class';
import { StorageSize } from '../../lib/storage/storage-size';
import { VolumeClaimTemplate, type VolumeClaimTemplateProps } from '../../lib/storage/volume-claim-template';
import { testChart } from '../render';

function template(props: Partial<VolumeClaimTemplateProps> = {}, name = 'data') {
  return new VolumeClaimTemplate(testChart(), name, { size: StorageSize.of('500Mi'), ...props });
}

function rendered(props: Partial<VolumeClaimTemplateProps> = {}) {
  return k8s.toJson_KubePersistentVolumeClaimProps(template(props).toKube());
}

test('a minimal template has name, size and access mode', () => {
  expect(rendered()).toEqual({
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '500Mi' } } },
  });
});

test('every prop has its field', () => {
  expect(
    rendered({
      labels: { team: 'data' },
      annotations: { note: 'x' },
      storageClass: ClaimClass.named('ssd'),
      accessModes: ['ReadWriteOncePod'],
      volumeMode: 'Block',
      selector: { matchLabels: { tier: 'one' } },
    }),
  ).toEqual({
    metadata: { name: 'data', labels: { team: 'data' }, annotations: { note: 'x' } },
    spec: {
      accessModes: ['ReadWriteOncePod'],
      resources: { requests: { storage: '500Mi' } },
      storageClassName: 'ssd',
      volumeMode: 'Block',
      selector: { matchLabels: { tier: 'one' } },
    },
  });
});

test('the pod lists no volume for it: the controller adds one of the same name', () => {
  expect(template().toPodVolume()).toBeUndefined();
  expect(template().volumeName).toBe('data');
});

test('its volume mode says whether it is mounted', () => {
  expect(template().volumeMode).toBe('Filesystem');
  expect(template({ volumeMode: 'Block' }).volumeMode).toBe('Block');
});

test('a name that cannot be that of a volume is refused', () => {
  expect(() => template({}, 'pg.data')).toThrow(/claim name must be lower-case letters, digits and hyphens/);
});

test('what the API server would refuse of a claim is refused', () => {
  expect(() => template({ accessModes: [] })).toThrow(/accessModes must name at least one/);
});
