import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { judgePod, judgeTemplate } from './judged-pod';

const judge = (spec: object, version?: KubernetesVersion) =>
  judgePod(spec, version).map(error => error.replace('spec.', ''));
const context = (securityContext: object, version?: KubernetesVersion) =>
  judge({ securityContext }, version).map(error => error.replace('securityContext.', ''));
const withSecurity = (securityContext: object) => ({ name: 'main', image: 'i', securityContext });

describe('what all containers of a pod may do', () => {
  it('is done as users and groups that there can be', () => {
    expect(context({ runAsUser: -1, runAsGroup: 2 ** 31, fsGroup: 0, supplementalGroups: [0, -1] })).toEqual([
      'Invalid runAsUser',
      'Invalid runAsGroup',
      'Invalid supplementalGroups[1]',
    ]);
  });

  it('is by policies that there are, where their gates are open', () => {
    const policies = {
      fsGroupChangePolicy: '',
      supplementalGroupsPolicy: '',
      seLinuxChangePolicy: 'MountOption',
    };
    expect(context(policies)).toEqual([
      'NotSupported fsGroupChangePolicy',
      'NotSupported supplementalGroupsPolicy',
      'NotSupported seLinuxChangePolicy',
    ]);
    expect(context(policies, '1.32')).toEqual(['NotSupported fsGroupChangePolicy']);
  });

  it('is by profiles that are in order', () => {
    expect(context({ seccompProfile: {}, appArmorProfile: { type: 'Localhost' } })).toEqual([
      'Required seccompProfile.type',
      'Required appArmorProfile.localhostProfile',
    ]);
  });
});

describe('parameters of the kernel', () => {
  const sysctls = (...names: string[]) => ({ sysctls: names.map(name => ({ name, value: '1' })) });

  it('have names of their own', () => {
    expect(context(sysctls('net.core.somaxconn', 'net/core/a.b', ''))).toEqual(['Required sysctls[2].name']);
    expect(context(sysctls('A', 'a', 'a'))).toEqual(['Invalid sysctls[0].name', 'Duplicate sysctls[2].name']);
  });

  it.each([
    [{ hostNetwork: true }, 'net.core.a'],
    [{ hostNetwork: true }, 'net/core/a'],
    [{ hostIPC: true }, 'kernel.shmmax'],
    [{ hostIPC: true }, 'fs.mqueue.a'],
    [{ hostIPC: true }, 'kernel.sem'],
  ])('are not those of the node: %j and %s', (namespaces, name) => {
    const spec = { ...namespaces, securityContext: sysctls(name) };
    expect(judge(spec)).toEqual(['Invalid securityContext.sysctls[0].name']);
    expect(judge(spec, '1.28')).toEqual([]);
  });

  it('may be others where the node is shared', () => {
    expect(judge({ hostNetwork: true, securityContext: sysctls('kernel.shmmax') })).toEqual([]);
  });
});

describe('namespaces of the node', () => {
  it('do not go with users of the pod alone, of which 1.33 is the first to know', () => {
    const spec = { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true };
    expect(judge(spec)).toEqual(['Forbidden hostNetwork', 'Forbidden HostPID', 'Forbidden HostIPC']);
    expect(judge(spec, '1.32')).toEqual([]);
  });

  it('do not go with processes that containers share', () => {
    expect(judge({ hostPID: true, shareProcessNamespace: true })).toEqual([
      'Invalid securityContext.shareProcessNamespace',
    ]);
  });
});

describe('a pod for an operating system', () => {
  it('names one that there is', () => {
    expect(judge({ os: {} })).toEqual(['Required os.name']);
    expect(judge({ os: { name: 'plan9' } })).toEqual(['NotSupported os']);
  });

  it('of Linux has no options for Windows', () => {
    expect(judge({ os: { name: 'linux' }, securityContext: { windowsOptions: {} } })).toEqual([
      'Forbidden securityContext.windowsOptions',
    ]);
  });

  it('of Windows has none for Linux', () => {
    const securityContext = { runAsUser: 1, sysctls: [{ name: 'a' }], supplementalGroupsPolicy: 'Merge' };
    const spec = { os: { name: 'windows' }, hostPID: true, hostUsers: true, securityContext };
    expect(judge(spec)).toEqual([
      'Forbidden hostUsers',
      'Forbidden hostPID',
      'Forbidden securityContext.runAsUser',
      'Forbidden securityContext.supplementalGroupsPolicy',
      'Forbidden securityContext.sysctls',
    ]);
    expect(judge(spec, '1.28')).not.toContain('Forbidden hostUsers');
    const shared = { os: { name: 'windows' }, hostIPC: true, shareProcessNamespace: false };
    expect(judge(shared)).toEqual(['Forbidden hostIPC', 'Forbidden shareProcessNamespace']);
  });
});

describe('processes of a Windows node', () => {
  const hostProcess = (value: boolean) => ({ windowsOptions: { hostProcess: value } });

  it('are all containers of a pod on the network of the node', () => {
    const pod = { securityContext: hostProcess(true), hostNetwork: true };
    expect(judge(pod)).toEqual([]);
    expect(judgeTemplate({ securityContext: hostProcess(true) })).toEqual([
      'Invalid template.spec.hostNetwork',
    ]);
  });

  it('are not some of them, nor what the pod says they are not', () => {
    const containers = [withSecurity(hostProcess(true)), { name: 'other', image: 'i' }];
    expect(judge({ containers, hostNetwork: true })).toEqual(['Invalid spec']);
    expect(judge({ containers, hostNetwork: true, securityContext: hostProcess(false) })).toEqual([
      'Invalid containers[0].securityContext.windowsOptions.hostProcess',
      'Invalid spec',
    ]);
  });
});
