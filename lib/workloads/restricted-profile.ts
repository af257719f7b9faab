import type { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { DEFAULT_KUBERNETES_VERSION } from '../kubernetes/kubernetes-version';
import { isSafeSysctl, RESTRICTED_VOLUMES } from '../kubernetes/pod-security';
import { PropError } from '../prop-error';

/** The kinds of volume, as cdk8s-plus spells them. */
const VOLUME_KINDS: readonly string[] = RESTRICTED_VOLUMES.map(kind =>
  kind === 'downwardAPI' ? ('downwardApi' satisfies keyof k8s.Volume) : kind,
);

/**
 * A pod that meets the Pod Security Standard `restricted`: runs as non-root under the runtime's seccomp profile,
 * without capabilities or privilege escalation. What the user gave stays, where it does not contradict.
 *
 * @throws PropError naming the field that contradicts the standard.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restricted(construct: IConstruct, pod: k8s.PodSpec): k8s.PodSpec {
  const contradiction = podContradiction(pod) ?? firstOf(allContainers(pod), containerContradiction);
  if (contradiction) {
    throw new PropError({
      construct,
      prop: contradiction,
      problem: "contradicts the profile 'restricted'",
      fix: "drop it, or leave out the profile: the namespace's Pod Security level must then allow it",
    });
  }
  return {
    ...pod,
    securityContext: {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
      ...pod.securityContext,
    },
    containers: pod.containers.map(restrictedContainer),
    initContainers: pod.initContainers?.map(restrictedContainer),
  };
}

function restrictedContainer(container: k8s.Container): k8s.Container {
  const given = container.securityContext;
  return {
    ...container,
    securityContext: {
      ...given,
      allowPrivilegeEscalation: false,
      capabilities: { ...given?.capabilities, drop: ['ALL'] },
    },
  };
}

function podContradiction(pod: k8s.PodSpec): string | undefined {
  const context = pod.securityContext;
  if (pod.hostNetwork) return 'hostNetwork';
  if (pod.hostPid) return 'hostPid';
  if (pod.hostIpc) return 'hostIpc';
  const volume = pod.volumes?.find(v =>
    Object.keys(v).some(key => key !== 'name' && !VOLUME_KINDS.includes(key)),
  );
  if (volume) return `volume '${volume.name}'`;
  const sysctl = context?.sysctls?.find(({ name }) => !isSafeSysctl(name, DEFAULT_KUBERNETES_VERSION));
  if (sysctl) return `securityContext.sysctls '${sysctl.name}'`;
  const shared = sharedContradiction(context);
  return shared && `securityContext.${shared}`;
}

function containerContradiction(container: k8s.Container): string | undefined {
  const context = container.securityContext;
  const found =
    (context?.privileged && 'privileged') ||
    (context?.allowPrivilegeEscalation && 'allowPrivilegeEscalation') ||
    (context?.procMount && context.procMount !== 'Default' && 'procMount') ||
    (context?.capabilities?.add?.some(name => name !== 'NET_BIND_SERVICE') && 'capabilities.add') ||
    sharedContradiction(context);
  if (found) return `securityContext.${found} of container '${container.name}'`;
  const hostPort = container.ports?.find(port => port.hostPort);
  return hostPort && `hostPort ${hostPort.hostPort} of container '${container.name}'`;
}

function sharedContradiction(
  context: k8s.PodSecurityContext | k8s.SecurityContext | undefined,
): string | undefined {
  if (context?.runAsNonRoot === false) return 'runAsNonRoot';
  if (context?.runAsUser === 0) return 'runAsUser';
  if (context?.seccompProfile?.type === 'Unconfined') return 'seccompProfile';
  if (context?.windowsOptions?.hostProcess) return 'windowsOptions.hostProcess';
  const { type, user, role } = context?.seLinuxOptions ?? {};
  const typeAllowed = ['', 'container_t', 'container_init_t', 'container_kvm_t'].includes(type ?? '');
  return !typeAllowed || user || role ? 'seLinuxOptions' : undefined;
}

function allContainers(pod: k8s.PodSpec): k8s.Container[] {
  return [...pod.containers, ...(pod.initContainers ?? [])];
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}
