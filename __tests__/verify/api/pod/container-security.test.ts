import { judgeContainer, type Place } from './judged-container';

const judge = (securityContext: object, place?: Place) =>
  judgeContainer({ securityContext }, place).map(error => error.replace(' securityContext.', ' '));

describe('the security context of a container', () => {
  it('may hold what hardened containers hold', () => {
    const hardened = {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 0,
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'RuntimeDefault' },
    };
    expect(judge(hardened)).toEqual([]);
  });

  it('has users and groups that there can be', () => {
    expect(judge({ runAsUser: -1 })).toEqual(['Invalid runAsUser']);
    expect(judge({ runAsGroup: 2 ** 31 })).toEqual(['Invalid runAsGroup']);
  });

  it('does not forbid more privileges and give all', () => {
    expect(judge({ allowPrivilegeEscalation: false, privileged: true })).toEqual(['Invalid securityContext']);
    const add = ['CAP_SYS_ADMIN'];
    expect(judge({ allowPrivilegeEscalation: false, capabilities: { add } })).toEqual([
      'Invalid securityContext',
    ]);
    expect(judge({ allowPrivilegeEscalation: true, privileged: true, capabilities: { add } })).toEqual([]);
  });

  it('unmasks /proc in a user namespace alone, since 1.33', () => {
    expect(judge({ procMount: 'Unmasked' })).toEqual(['Invalid procMount']);
    expect(judge({ procMount: 'Unmasked' }, { pod: { hostUsers: false } })).toEqual([]);
    expect(judge({ procMount: '' })).toEqual(['NotSupported procMount']);
    expect(judge({ procMount: '' }, { version: '1.32' })).toEqual([]);
  });
});

describe('a seccomp profile', () => {
  const seccomp = (seccompProfile: object) =>
    judge({ seccompProfile }).map(error => error.replace(' seccompProfile.', ' '));

  it('has a type', () => {
    expect(seccomp({})).toEqual(['Required type']);
    expect(seccomp({ type: 'runtime/default' })).toEqual(['NotSupported type']);
  });

  it('is a file of the node where the type says so', () => {
    expect(seccomp({ type: 'Localhost', localhostProfile: 'a/b.json' })).toEqual([]);
    expect(seccomp({ type: 'Localhost' })).toEqual(['Required localhostProfile']);
    expect(seccomp({ type: 'Localhost', localhostProfile: '/a/../b' })).toEqual([
      'Invalid localhostProfile',
      'Invalid localhostProfile',
    ]);
    expect(seccomp({ type: 'Unconfined', localhostProfile: 'a' })).toEqual(['Invalid localhostProfile']);
  });
});

describe('an AppArmor profile', () => {
  const appArmor = (appArmorProfile: object) =>
    judge({ appArmorProfile }).map(error => error.replace(' appArmorProfile.', ' '));

  it('has a type', () => {
    expect(appArmor({})).toEqual(['Required type']);
    expect(appArmor({ type: 'unconfined' })).toEqual(['NotSupported type']);
  });

  it('is one of the node where the type says so', () => {
    expect(appArmor({ type: 'Localhost', localhostProfile: 'k8s' })).toEqual([]);
    expect(appArmor({ type: 'Localhost', localhostProfile: '' })).toEqual(['Required localhostProfile']);
    expect(appArmor({ type: 'Localhost', localhostProfile: ' k8s' })).toEqual(['Invalid localhostProfile']);
    expect(appArmor({ type: 'Localhost', localhostProfile: 'a'.repeat(4096) })).toEqual([
      'TooLong localhostProfile',
    ]);
    expect(appArmor({ type: 'RuntimeDefault', localhostProfile: 'k8s' })).toEqual([
      'Invalid localhostProfile',
    ]);
  });
});

describe('options for Windows', () => {
  const options = (windowsOptions: object) =>
    judge({ windowsOptions }).map(error => error.replace(' windowsOptions.', ' '));

  it('have a credential spec of some size', () => {
    expect(options({ gmsaCredentialSpecName: 'a.b', gmsaCredentialSpec: '{}' })).toEqual([]);
    expect(options({ gmsaCredentialSpecName: 'A', gmsaCredentialSpec: '' })).toEqual([
      'Invalid gmsaCredentialSpecName',
      'Invalid gmsaCredentialSpec',
    ]);
    expect(options({ gmsaCredentialSpec: 'a'.repeat(2 ** 16 + 1) })).toEqual(['Invalid gmsaCredentialSpec']);
  });

  it.each(['ContainerAdministrator', 'NT AUTHORITY\\SYSTEM', 'corp.example.com\\user name', 'a.b'])(
    'may run as %j',
    runAsUserName => {
      expect(options({ runAsUserName })).toEqual([]);
    },
  );

  it.each(['', 'a\\b\\c', 'a\nb', '\\user', 'a*b\\user', 'domain\\', ' . ', 'a@b', 'u'.repeat(105)])(
    'may not run as %j',
    runAsUserName => {
      expect(new Set(options({ runAsUserName }))).toEqual(new Set(['Invalid runAsUserName']));
    },
  );
});

describe('the operating system of the pod', () => {
  it('linux has no options for Windows', () => {
    expect(judge({ windowsOptions: {} }, { pod: { os: { name: 'linux' } } })).toEqual([
      'Forbidden windowsOptions',
    ]);
  });

  it('windows has none of what Linux alone knows', () => {
    const pod = { os: { name: 'windows' } };
    expect(judge({ runAsUser: 1, capabilities: {}, readOnlyRootFilesystem: false }, { pod })).toEqual([
      'Forbidden capabilities',
      'Forbidden readOnlyRootFilesystem',
      'Forbidden runAsUser',
    ]);
    expect(judge({ runAsNonRoot: true, windowsOptions: { runAsUserName: 'a' } }, { pod })).toEqual([]);
  });
});
