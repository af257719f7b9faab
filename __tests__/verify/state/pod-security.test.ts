import { deployment, findingsOf, pod, stateOf } from './judged';

const namespace = (level: string, labels: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level, ...labels } },
});
const HARDENED = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'a',
      image: 'a:1',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
};
const PLAIN = { containers: [{ name: 'a', image: 'a:1' }] };

test('a hardened pod meets restricted, and a plain one meets baseline', () => {
  expect(stateOf([namespace('restricted'), pod(HARDENED)])).toEqual([]);
  expect(stateOf([namespace('baseline'), pod(PLAIN)])).toEqual([]);
});

test('a plain Pod is rejected by restricted, and the pods of a Deployment are never created', () => {
  const at = (path: string) => `${path}.containers[0].securityContext`;
  expect(stateOf([namespace('restricted'), pod(PLAIN)])).toEqual([
    `rejected Pod ${at('spec')}.runAsNonRoot`,
    `rejected Pod ${at('spec')}.seccompProfile.type`,
    `rejected Pod ${at('spec')}.allowPrivilegeEscalation`,
    `rejected Pod ${at('spec')}.capabilities.drop`,
  ]);
  expect(stateOf([namespace('restricted'), deployment(PLAIN)])[0]).toBe(
    `broken Deployment ${at('spec.template.spec')}.runAsNonRoot`,
  );
});

test('a namespace that is not in the input, or enforces nothing, holds nothing against anyone', () => {
  expect(stateOf([pod({ ...PLAIN, hostNetwork: true })])).toEqual([]);
  expect(stateOf([namespace('privileged'), pod({ ...PLAIN, hostNetwork: true })])).toEqual([]);
  expect(stateOf([namespace('restricted'), pod(PLAIN, { namespace: 'other' })])).toEqual([]);
});

describe('baseline refuses', () => {
  const container = (fields: object) => ({ containers: [{ name: 'a', image: 'a:1', ...fields }] });
  const context = (securityContext: object) => container({ securityContext });
  const cases: [string, object][] = [
    ['spec.hostNetwork', { ...PLAIN, hostNetwork: true }],
    ['spec.hostPID', { ...PLAIN, hostPID: true }],
    ['spec.hostIPC', { ...PLAIN, hostIPC: true }],
    ['spec.volumes[0].hostPath', { ...PLAIN, volumes: [{ name: 'v', hostPath: { path: '/' } }] }],
    [
      'spec.securityContext.sysctls[0].name',
      { ...PLAIN, securityContext: { sysctls: [{ name: 'kernel.sem' }] } },
    ],
    [
      'spec.securityContext.seccompProfile.type',
      { ...PLAIN, securityContext: { seccompProfile: { type: 'Unconfined' } } },
    ],
    [
      'spec.securityContext.seLinuxOptions.type',
      { ...PLAIN, securityContext: { seLinuxOptions: { type: 'spc_t' } } },
    ],
    ['spec.containers[0].securityContext.privileged', context({ privileged: true })],
    ['spec.containers[0].securityContext.procMount', context({ procMount: 'Unmasked' })],
    [
      'spec.containers[0].securityContext.capabilities.add',
      context({ capabilities: { add: ['NET_ADMIN'] } }),
    ],
    [
      'spec.containers[0].securityContext.windowsOptions.hostProcess',
      context({ windowsOptions: { hostProcess: true } }),
    ],
    ['spec.containers[0].ports[0].hostPort', container({ ports: [{ containerPort: 80, hostPort: 80 }] })],
  ];
  test.each(cases)('%s', (path, spec) => {
    expect(stateOf([namespace('baseline'), pod(spec)])).toEqual([`rejected Pod ${path}`]);
  });

  test('hosts of probes since version 1.34 of the standard', () => {
    const probed = container({ livenessProbe: { httpGet: { host: '10.0.0.1', port: 80 } } });
    expect(stateOf([namespace('baseline'), pod(probed)], '1.33')).toEqual([]);
    expect(stateOf([namespace('baseline'), pod(probed)], '1.34')).toHaveLength(1);
    const pinned = namespace('baseline', { 'pod-security.kubernetes.io/enforce-version': 'v1.30' });
    expect(stateOf([pinned, pod(probed)], '1.34')).toEqual([]);
  });
});

test('a finding names the namespace, the level and the fix', () => {
  const [finding] = findingsOf([namespace('baseline'), pod({ ...PLAIN, hostPID: true })]);
  expect(finding).toMatchObject({ rule: 'pod-security', errorType: 'FieldValueForbidden' });
  expect(finding?.message).toMatch(/namespace 'shop' enforces 'baseline'/);
});

test('on Windows what is Linux alone is not asked for', () => {
  const windows = { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, ...PLAIN };
  expect(stateOf([namespace('restricted'), pod(windows)])).toEqual([]);
});
