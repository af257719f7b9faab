import { PersistentVolumeClaim, Volume } from 'cdk8s-plus-28';
import { fromPlusVolume } from '../../lib/storage/plus-volume';
import { testChart } from '../render';

test('one cdk8s-plus volume is one mountable', () => {
  const volume = Volume.fromEmptyDir(testChart(), 'v', 'tmp');
  expect(fromPlusVolume(volume)).toBe(fromPlusVolume(volume));
  expect(fromPlusVolume(volume).volumeName).toBe('tmp');
});

test('no cdk8s-plus default is emitted', () => {
  const chart = testChart();
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'media');
  expect(fromPlusVolume(Volume.fromPersistentVolumeClaim(chart, 'v', claim)).toPodVolume()).toEqual({
    name: 'pvc-media',
    persistentVolumeClaim: { claimName: 'media' },
  });
  const path = Volume.fromHostPath(chart, 'w', 'logs', { path: '/var/log' });
  expect(fromPlusVolume(path).toPodVolume()).toEqual({ name: 'logs', hostPath: { path: '/var/log' } });
});

test('what was asked for stays', () => {
  const chart = testChart();
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'media');
  const volume = Volume.fromPersistentVolumeClaim(chart, 'v', claim, { readOnly: true });
  expect(fromPlusVolume(volume).toPodVolume()?.persistentVolumeClaim?.readOnly).toBe(true);
});
