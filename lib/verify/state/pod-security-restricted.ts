import { RESTRICTED_VOLUMES } from '../../kubernetes/pod-security';
import { dataAt, listAt } from '../judged-manifest';
import {
  onWindows,
  type SecuredPod,
  securedContainers,
  securedParts,
  textsAt,
  type Violation,
} from './pod-security-pod';

/** What the level `restricted` asks for beside `baseline`. */
export function restrictedViolations(pod: SecuredPod): Violation[] {
  return [
    ...volumes(pod),
    ...nonRoot(pod),
    ...(onWindows(pod) ? [] : [...seccomp(pod), ...escalation(pod), ...capabilities(pod)]),
  ];
}

function volumes({ spec, path }: SecuredPod): Violation[] {
  return listAt(spec, 'volumes').flatMap((volume, index) => {
    const kind = Object.keys(volume).find(key => key !== 'name');
    // A path of the node is a violation of baseline already.
    if (kind === undefined || RESTRICTED_VOLUMES.includes(kind) || kind === 'hostPath') return [];
    return [
      {
        path: `${path}.volumes[${index}].${kind}`,
        message: 'is no kind of volume that is allowed',
        fix: `use one of ${RESTRICTED_VOLUMES.join(', ')}`,
      },
    ];
  });
}

function nonRoot(pod: SecuredPod): Violation[] {
  const parts = securedParts(pod);
  const [ofPod, ...containers] = parts;
  const found: Violation[] = parts
    .filter(({ context }) => context.runAsUser === 0 && !onWindows(pod))
    .map(({ path }) => ({
      path: `${path}.securityContext.runAsUser`,
      message: 'must not be 0',
      fix: 'run as another user',
    }));
  const open = containers.filter(
    ({ context }) => (context.runAsNonRoot ?? ofPod?.context.runAsNonRoot) !== true,
  );
  return [
    ...found,
    ...open.map(({ path }) => ({
      path: `${path}.securityContext.runAsNonRoot`,
      message: 'must be true, here or for the pod',
      fix: 'set runAsNonRoot: true',
    })),
  ];
}

function seccomp(pod: SecuredPod): Violation[] {
  const [ofPod] = securedParts(pod);
  const forAll = dataAt(ofPod?.context ?? {}, 'seccompProfile').type;
  return securedContainers(pod)
    .filter(({ context }) => (dataAt(context, 'seccompProfile').type ?? forAll) === undefined)
    .map(({ path }) => ({
      path: `${path}.securityContext.seccompProfile.type`,
      message: 'must be RuntimeDefault or Localhost, here or for the pod',
      fix: 'set seccompProfile: { type: RuntimeDefault }',
    }));
}

function escalation(pod: SecuredPod): Violation[] {
  return securedContainers(pod)
    .filter(({ context }) => context.allowPrivilegeEscalation !== false)
    .map(({ path }) => ({
      path: `${path}.securityContext.allowPrivilegeEscalation`,
      message: 'must be false',
      fix: 'set allowPrivilegeEscalation: false',
    }));
}

function capabilities(pod: SecuredPod): Violation[] {
  return securedContainers(pod).flatMap(({ path, context }) => {
    const at = `${path}.securityContext.capabilities`;
    const given = dataAt(context, 'capabilities');
    const found: Violation[] = [];
    if (!textsAt(given, 'drop').includes('ALL')) {
      found.push({ path: `${at}.drop`, message: 'must hold ALL', fix: 'set capabilities: { drop: [ALL] }' });
    }
    if (textsAt(given, 'add').some(name => name !== 'NET_BIND_SERVICE')) {
      found.push({
        path: `${at}.add`,
        message: 'must hold nothing but NET_BIND_SERVICE',
        fix: 'drop the others',
      });
    }
    return found;
  });
}
