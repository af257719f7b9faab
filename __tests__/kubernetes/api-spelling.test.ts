import { similarName } from '../../lib/kubernetes/api-spelling';

const NAMES = [
  'image',
  'imagePullPolicy',
  'ports',
  'env',
  'envFrom',
  'volumeMounts',
  'clusterIP',
  'clusterIPs',
];

test.each([
  ['imagepullpolicy', 'imagePullPolicy'],
  ['imagePullPolcy', 'imagePullPolicy'],
  ['imgae', 'image'],
  ['port', 'ports'],
  ['volumesMounts', 'volumeMounts'],
  ['clusterIp', 'clusterIP'],
  ['envfrom', 'envFrom'],
])('%s was meant to be %s', (name, similar) => {
  expect(similarName(name, NAMES)).toBe(similar);
});

test.each(['replicas', 'x', '', 'a'.repeat(10_000)])('nothing is near %s', name => {
  expect(similarName(name, NAMES)).toBeUndefined();
});
