import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateDaemonSet } from '../../../../lib/verify/api/workloads/daemon-set';
import { validatePodTemplate } from '../../../../lib/verify/api/workloads/pod-template';
import { validateReplicaSet } from '../../../../lib/verify/api/workloads/replica-set';
import { validateReplicationController } from '../../../../lib/verify/api/workloads/replication-controller';
import { judged, SELECTOR, TEMPLATE } from './judged';

const daemons = (spec: object) =>
  judged(validateDaemonSet, {
    metadata: { name: 'log' },
    spec: { selector: SELECTOR, template: TEMPLATE, ...spec },
  });
const controller = (spec: object) =>
  judged(validateReplicationController, { metadata: { name: 'web' }, spec: { template: TEMPLATE, ...spec } });

test('a ReplicaSet is judged by its selector, as a Deployment is', () => {
  const set = (spec: object) => judged(validateReplicaSet, { metadata: { name: 'web' }, spec });
  expect(set({ selector: SELECTOR, template: TEMPLATE })).toEqual([]);
  expect(set({ template: TEMPLATE, replicas: -1 })).toEqual([
    'Invalid spec.replicas',
    'Required spec.selector',
    'Invalid spec.template.metadata.labels',
  ]);
});

test('a DaemonSet without a selector is refused for its template alone', () => {
  expect(daemons({})).toEqual([]);
  expect(daemons({ selector: undefined })).toEqual(['Invalid spec.template.metadata.labels']);
  expect(daemons({ selector: {} })).toEqual(['Invalid spec.selector']);
});

test("a DaemonSet's selector that cannot be read is refused once", () => {
  expect(daemons({ selector: { matchLabels: { app: '-' } } })).toEqual(['Invalid spec.selector.matchLabels']);
});

test.each([
  [{ type: 'OnDelete', rollingUpdate: { maxUnavailable: -1 } }, []],
  [{ rollingUpdate: {} }, []],
  [{ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, []],
  [{ type: 'Recreate' }, ['NotSupported spec.updateStrategy']],
  [
    { rollingUpdate: { maxUnavailable: 'all', maxSurge: '1.5%' } },
    [
      'Invalid spec.updateStrategy.rollingUpdate.maxUnavailable',
      'Invalid spec.updateStrategy.rollingUpdate.maxSurge',
      'Required spec.updateStrategy.rollingUpdate.maxUnavailable',
    ],
  ],
  [{ rollingUpdate: { maxSurge: 1 } }, ['Invalid spec.updateStrategy.rollingUpdate.maxSurge']],
  [{ rollingUpdate: { maxUnavailable: 0 } }, ['Required spec.updateStrategy.rollingUpdate.maxUnavailable']],
  [
    { rollingUpdate: { maxUnavailable: 0, maxSurge: '101%' } },
    ['Invalid spec.updateStrategy.rollingUpdate.maxSurge'],
  ],
])('update strategy of a DaemonSet %j', (updateStrategy, expected) => {
  expect(daemons({ updateStrategy })).toEqual(expected);
});

test('numbers of a DaemonSet are 0 or more', () => {
  expect(daemons({ minReadySeconds: -1, revisionHistoryLimit: -1 })).toEqual([
    'Invalid spec.minReadySeconds',
    'Invalid spec.revisionHistoryLimit',
  ]);
});

test("a ReplicationController without a selector takes its template's labels", () => {
  expect(controller({})).toEqual([]);
  expect(controller({ selector: {} })).toEqual([]);
  expect(controller({ selector: { app: 'shop' } })).toEqual(['Invalid spec.template.metadata.labels']);
  expect(controller({ template: { spec: TEMPLATE.spec } })).toEqual(['Required spec.selector']);
});

test('a ReplicationController has a template', () => {
  expect(controller({ template: undefined })).toEqual(['Required spec.selector', 'Required spec.template']);
});

test('the pods of a ReplicationController run for ever', () => {
  const template = { ...TEMPLATE, spec: { ...TEMPLATE.spec, restartPolicy: 'OnFailure' } };
  expect(controller({ template })).toEqual(['NotSupported spec.template.spec.restartPolicy']);
});

test('a PodTemplate is judged as the template of a controller is', () => {
  expect(judged(validatePodTemplate, { metadata: { name: 'web' }, template: TEMPLATE })).toEqual([]);
  expect(judged(validatePodTemplate, { metadata: { name: 'web' } })).toEqual([
    'Required template.spec.containers',
  ]);
});

test('before 1.29 several pods mount a disk of Google Compute Engine read-only', () => {
  const disk = (readOnly?: boolean) => [{ name: 'data', gcePersistentDisk: { pdName: 'data', readOnly } }];
  const set = (replicas: number, readOnly?: boolean, version: KubernetesVersion = '1.28') => {
    const template = { ...TEMPLATE, spec: { ...TEMPLATE.spec, volumes: disk(readOnly) } };
    const spec = { replicas, selector: SELECTOR, template };
    return [validateReplicaSet, validateReplicationController, validateDaemonSet].map(validator =>
      judged(
        validator,
        {
          metadata: { name: 'web' },
          spec: validator === validateReplicationController ? { replicas, template } : spec,
        },
        version,
      ),
    );
  };
  const refused = ['Invalid spec.template.spec.volumes[0].gcePersistentDisk.readOnly'];
  expect(set(2)).toEqual([refused, refused, refused]);
  expect(set(1)).toEqual([[], [], refused]);
  expect(set(2, true)).toEqual([[], [], []]);
  expect(set(2, false, '1.29')).toEqual([[], [], []]);
});
