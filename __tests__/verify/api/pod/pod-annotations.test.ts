import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { judgePod, judgeTemplate } from './judged-pod';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/main';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_MAIN = 'container.seccomp.security.alpha.kubernetes.io/main';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const COST = 'controller.kubernetes.io/pod-deletion-cost';

const judge = (key: string, value: string, spec: object = {}, version?: KubernetesVersion) =>
  judgePod(spec, version, { annotations: { [key]: value } }).map(error =>
    error.replace('metadata.annotations', ''),
  );

describe('annotations of a pod', () => {
  it('may be those of others', () => {
    expect(judge('example.com/pod-deletion-cost', 'high')).toEqual([]);
  });

  it.each(['0', '10', '-10', '-2147483648'])('may have it cost %s to delete the pod', cost => {
    expect(judge(COST, cost)).toEqual([]);
  });

  it.each(['', '+1', '01', '1.5', '2147483648', 'x'])('may not have it cost %j', cost => {
    expect(judge(COST, cost)).toEqual([`Invalid [${COST}]`]);
  });

  it('hold tolerations as JSON', () => {
    expect(judge(TOLERATIONS, '[{"Key":"a","operator":"Exists"}]')).toEqual([]);
    expect(judge(TOLERATIONS, '[{"key":"a","operator":"Is"}]')).toEqual([
      `NotSupported .${TOLERATIONS}[0].operator`,
    ]);
    for (const text of ['x', '{}', '[1]', '[{"key":1}]'])
      expect(judge(TOLERATIONS, text)).toEqual(['Invalid ']);
  });

  it('are of a mirror of a pod on some node', () => {
    const mirror = 'kubernetes.io/config.mirror';
    expect(judge(mirror, 'x')).toEqual([`Invalid [${mirror}]`]);
    expect(judge(mirror, 'x', { nodeName: 'n' })).toEqual([]);
  });

  it('hold profiles that there can be', () => {
    expect(judge(SECCOMP, 'docker/default')).toEqual([]);
    expect(judge(SECCOMP, 'strict')).toEqual([`Invalid .${SECCOMP}`]);
    expect(judge(SECCOMP_MAIN, 'localhost/../p')).toEqual([`Invalid .${SECCOMP_MAIN}`]);
    expect(judge(APP_ARMOR, 'strict')).toEqual([`Invalid [${APP_ARMOR}]`]);
  });

  it('hold AppArmor profiles of containers that there are', () => {
    expect(judge(APP_ARMOR.replace('main', 'other'), 'runtime/default')).toEqual([
      `Invalid [${APP_ARMOR.replace('main', 'other')}]`,
    ]);
  });
});

describe('profiles in annotations and fields', () => {
  const of = (profile: object) => ({ securityContext: profile });
  const main = (profile: object) => ({
    containers: [{ name: 'main', image: 'i', securityContext: profile }],
  });

  it('are the same seccomp profile', () => {
    const spec = of({ seccompProfile: { type: 'RuntimeDefault' } });
    expect(judge(SECCOMP, 'docker/default', spec)).toEqual([]);
    expect(judge(SECCOMP, 'unconfined', spec)).toEqual([
      'Forbidden spec.securityContext.seccompProfile.type',
    ]);
    expect(
      judge(
        SECCOMP_MAIN,
        'localhost/a',
        main({ seccompProfile: { type: 'Localhost', localhostProfile: 'b' } }),
      ),
    ).toEqual(['Forbidden spec.containers[0].securityContext.seccompProfile.localhostProfile']);
  });

  it('are the same AppArmor profile since 1.30', () => {
    const spec = main({ appArmorProfile: { type: 'RuntimeDefault' } });
    expect(judge(APP_ARMOR, 'unconfined', spec)).toEqual([
      'Forbidden spec.containers[0].securityContext.appArmorProfile.type',
    ]);
    expect(judge(APP_ARMOR, 'unconfined', spec, '1.29')).toEqual([]);
  });

  it('differ where a pod has one for all and an annotation for one, but not in a template', () => {
    const spec = of({ appArmorProfile: { type: 'RuntimeDefault' } });
    expect(judge(APP_ARMOR, 'unconfined', spec)).toEqual([]);
    expect(judgeTemplate(spec, '1.36', { annotations: { [APP_ARMOR]: 'unconfined' } })).toEqual([
      'Forbidden template.spec.containers[0].securityContext.appArmorProfile.type',
    ]);
  });
});
