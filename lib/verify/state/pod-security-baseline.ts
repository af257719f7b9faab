import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isBefore } from '../../kubernetes/kubernetes-version';
import { isSafeSysctl } from '../../kubernetes/pod-security';
import { dataAt, listAt } from '../judged-manifest';
import {
  type SecuredPart,
  type SecuredPod,
  securedContainers,
  securedPod,
  textsAt,
  type Violation,
} from './pod-security-pod';

const CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** What the level `baseline` does not allow. */
export function baselineViolations(pod: SecuredPod): Violation[] {
  const containers = securedContainers(pod);
  return [
    ...hostNamespaces(pod),
    ...hostPaths(pod),
    ...sysctls(pod),
    ...appArmorAnnotations(pod),
    ...[securedPod(pod), ...containers].flatMap(part => sharedViolations(part, pod.version)),
    ...containers.flatMap(container => containerViolations(container, pod.version)),
  ];
}

function violation(path: string, message: string, fix = 'drop it'): Violation {
  return { path, message, fix };
}

function hostNamespaces({ spec, path }: SecuredPod): Violation[] {
  return ['hostNetwork', 'hostPID', 'hostIPC']
    .filter(field => spec[field] === true)
    .map(field => violation(`${path}.${field}`, 'must not be true'));
}

function hostPaths({ spec, path }: SecuredPod): Violation[] {
  return listAt(spec, 'volumes').flatMap((volume, index) =>
    volume.hostPath === undefined
      ? []
      : [
          violation(
            `${path}.volumes[${index}].hostPath`,
            'is a path of the node',
            'use another kind of volume',
          ),
        ],
  );
}

function sysctls({ spec, path, version }: SecuredPod): Violation[] {
  return listAt(dataAt(spec, 'securityContext'), 'sysctls').flatMap((sysctl, index) => {
    const safe = isSafeSysctl(String(sysctl.name), version);
    return safe ? [] : [violation(`${path}.securityContext.sysctls[${index}].name`, 'is no safe sysctl')];
  });
}

function appArmorAnnotations({ metadata, path }: SecuredPod): Violation[] {
  return Object.entries(dataAt(metadata, 'annotations')).flatMap(([key, value]) => {
    const allowed = value === 'runtime/default' || String(value).startsWith('localhost/') || value === '';
    if (!key.startsWith(APP_ARMOR_ANNOTATION) || allowed) return [];
    const owner = path.replace(/spec$/, 'metadata.annotations');
    return [violation(`${owner}[${key}]`, 'must be runtime/default or localhost/*')];
  });
}

/** What a pod's security context and a container's have in common. */
function sharedViolations({ path, context }: SecuredPart, version: KubernetesVersion): Violation[] {
  const at = `${path}.securityContext`;
  const selinux = dataAt(context, 'seLinuxOptions');
  const types = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
  if (!isBefore(version, '1.31')) types.push('container_engine_t');
  const found: Violation[] = [];
  if (dataAt(context, 'seccompProfile').type === 'Unconfined') {
    found.push(violation(`${at}.seccompProfile.type`, 'must not be Unconfined', 'use RuntimeDefault'));
  }
  if (dataAt(context, 'appArmorProfile').type === 'Unconfined') {
    found.push(violation(`${at}.appArmorProfile.type`, 'must not be Unconfined', 'use RuntimeDefault'));
  }
  if (!types.includes(String(selinux.type ?? ''))) {
    found.push(violation(`${at}.seLinuxOptions.type`, `must be one of ${types.slice(1).join(', ')}`));
  }
  for (const field of ['user', 'role']) {
    if (selinux[field]) found.push(violation(`${at}.seLinuxOptions.${field}`, 'must not be set'));
  }
  if (dataAt(context, 'windowsOptions').hostProcess === true) {
    found.push(violation(`${at}.windowsOptions.hostProcess`, 'must not be true'));
  }
  return found;
}

function containerViolations(
  { fields, path, context }: SecuredPart,
  version: KubernetesVersion,
): Violation[] {
  const at = `${path}.securityContext`;
  const found: Violation[] = [];
  if (context.privileged === true) found.push(violation(`${at}.privileged`, 'must not be true'));
  if (context.procMount !== undefined && context.procMount !== '' && context.procMount !== 'Default') {
    found.push(violation(`${at}.procMount`, 'must be Default'));
  }
  const forbidden = textsAt(dataAt(context, 'capabilities'), 'add').filter(
    name => !CAPABILITIES.includes(name),
  );
  if (forbidden.length > 0) {
    found.push(violation(`${at}.capabilities.add`, `must not hold ${forbidden.join(', ')}`));
  }
  for (const [index, port] of listAt(fields, 'ports').entries()) {
    if (port.hostPort)
      found.push(violation(`${path}.ports[${index}].hostPort`, 'must not be set', 'use a Service'));
  }
  if (!isBefore(version, '1.34')) found.push(...hostsOfHandlers({ fields, path, context }));
  return found;
}

function hostsOfHandlers({ fields, path }: SecuredPart): Violation[] {
  const handlers = [
    'livenessProbe',
    'readinessProbe',
    'startupProbe',
    'lifecycle.postStart',
    'lifecycle.preStop',
  ];
  return handlers.flatMap(handler =>
    ['httpGet', 'tcpSocket']
      .filter(action => dataAt(fields, ...handler.split('.'), action).host)
      .map(action => violation(`${path}.${handler}.${action}.host`, 'must not be set')),
  );
}
