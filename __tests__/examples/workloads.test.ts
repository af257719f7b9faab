import { EscapeHatchExample } from '../../examples/escape-hatch';
import { RestrictedProfileExample } from '../../examples/restricted-profile';
import { StatefulStackExample } from '../../examples/stateful-stack';
import { type AnyManifest, manifestOf } from '../render';
import { exampleChart, statefulSet } from './chart';

describe('a stateful stack', () => {
  const chart = exampleChart(StatefulStackExample);
  const { spec } = statefulSet(chart, 'prometheus');
  const [server, reloader] = spec.template.spec.containers;

  test('the server has its data on a claim that goes when the set shrinks', () => {
    const [{ metadata }] = spec.volumeClaimTemplates;
    expect(server.volumeMounts).toContainEqual({ name: metadata.name, mountPath: '/prometheus' });
    expect(server.args).toContain('--storage.tsdb.path=/prometheus');
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenScaled: 'Delete' });
  });

  test('both containers read the same file of settings', () => {
    const mounts = [server, reloader].map(c => c.volumeMounts.find((m: AnyManifest) => m.readOnly));
    expect(mounts[0]).toEqual(mounts[1]);
    expect(spec.template.spec.volumes).toEqual([
      { name: mounts[0].name, configMap: { name: manifestOf(chart, 'ConfigMap').metadata.name } },
    ]);
  });

  test('dashboards reach the servers at port 80', () => {
    expect(manifestOf(chart, 'Service', 'prometheus-dashboards').spec.ports).toEqual([
      { name: 'http', port: 80, targetPort: 'web' },
    ]);
  });
});

describe('the profile restricted', () => {
  const { spec } = statefulSet(exampleChart(RestrictedProfileExample), 'registry');
  const pod = spec.template.spec;
  const [container] = pod.containers;

  test('meets the Pod Security Standard of that name', () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('what was asked for stays: user, read-only root, and a place for what must be written', () => {
    expect(pod.securityContext).toMatchObject({ runAsUser: 1000, fsGroup: 1000 });
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
    expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }]);
    expect(container.volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/tmp' });
  });
});

test('patches reach the objects that they are of', () => {
  const chart = exampleChart(EscapeHatchExample);
  expect(statefulSet(chart, 'game').metadata.annotations).toEqual({ 'example.com/on-call': 'games' });
  expect(manifestOf(chart, 'Service', 'game-players').spec).toMatchObject({
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
  });
  expect(manifestOf(chart, 'Service', 'game').spec.sessionAffinity).toBeUndefined();
});
