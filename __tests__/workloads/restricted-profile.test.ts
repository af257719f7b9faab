import { Volume } from '../../lib/storage/volume';
import { StatefulStack, type StatefulStackProps } from '../../lib/workloads/stateful-stack';
import { manifestOf, testChart } from '../render';

function restrictedPod(
  props: Partial<StatefulStackProps> = {},
  prepare: (stack: StatefulStack) => void = () => {},
) {
  const chart = testChart();
  const stack = new StatefulStack(chart, 'app', {
    container: { image: 'app:1' },
    profile: 'restricted',
    ...props,
  });
  prepare(stack);
  return manifestOf(chart, 'StatefulSet').spec.template.spec;
}

test('the profile emits what the Pod Security Standard restricted asks for', () => {
  const pod = restrictedPod({}, stack => stack.addInitContainer('init', { image: 'init:1' }));
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  expect(pod).toEqual({
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ name: 'app', image: 'app:1', securityContext }],
    initContainers: [{ name: 'init', image: 'init:1', securityContext }],
  });
});

test('what does not contradict stays', () => {
  const pod = restrictedPod({
    securityContext: { fsGroup: 1000, seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } },
    container: {
      image: 'app:1',
      securityContext: { readOnlyRootFilesystem: true, capabilities: { add: ['NET_BIND_SERVICE'] } },
    },
  });
  expect(pod.securityContext).toEqual({
    runAsNonRoot: true,
    fsGroup: 1000,
    seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' },
  });
  expect(pod.containers[0].securityContext).toMatchObject({
    readOnlyRootFilesystem: true,
    capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
  });
});

test('without the profile nothing is hardened', () => {
  const pod = restrictedPod({ profile: undefined });
  expect(pod).toEqual({ containers: [{ name: 'app', image: 'app:1' }] });
});

describe('what contradicts the profile is refused', () => {
  const image = 'app:1';
  const cases: [string, Partial<StatefulStackProps>][] = [
    ['hostNetwork', { hostNetwork: true }],
    ['hostPid', { hostPid: true }],
    ['hostIpc', { hostIpc: true }],
    ['securityContext.runAsNonRoot', { securityContext: { runAsNonRoot: false } }],
    ['securityContext.runAsUser', { securityContext: { runAsUser: 0 } }],
    ['securityContext.seccompProfile', { securityContext: { seccompProfile: { type: 'Unconfined' } } }],
    ['securityContext.sysctls', { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }],
    ['securityContext.seLinuxOptions', { securityContext: { seLinuxOptions: { user: 'root' } } }],
    ['privileged', { container: { image, securityContext: { privileged: true } } }],
    [
      'allowPrivilegeEscalation',
      { container: { image, securityContext: { allowPrivilegeEscalation: true } } },
    ],
    ['procMount', { container: { image, securityContext: { procMount: 'Unmasked' } } }],
    ['capabilities.add', { container: { image, securityContext: { capabilities: { add: ['SYS_ADMIN'] } } } }],
    ['runAsUser', { container: { image, securityContext: { runAsUser: 0 } } }],
    ['hostPort', { container: { image, ports: [{ number: 80, hostPort: 80 }] } }],
  ];
  test.each(cases)('%s', (field, props) => {
    const message = new RegExp(`${field.replace(/\./g, '\\.')}.* contradicts the profile 'restricted'`);
    expect(() => restrictedPod(props)).toThrow(message);
  });

  test('a host path volume', () => {
    const mountHost = (stack: StatefulStack) =>
      stack.container.mount('/host', Volume.hostPath({ name: 'host', path: '/var/log' }));
    expect(() => restrictedPod({}, mountHost)).toThrow(/volume 'host' contradicts the profile/);
  });
});
