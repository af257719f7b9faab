import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { CONTAINER_LISTS, containersOf, type PodContainers, pathOf } from './each-container';

/** What says whether containers are processes of a Windows node. */
export interface HostProcessSpec extends PodContainers {
  readonly hostNetwork?: boolean;
  readonly securityContext?: { readonly windowsOptions?: { readonly hostProcess?: boolean } };
}

/**
 * Judges whether the containers of a pod are processes of a Windows node: all of them or none.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
 */
export function validateHostProcess(spec: HostProcessSpec, path: FieldPath, errors: FieldErrors): void {
  const ofPod = hostProcessOf(spec);
  if (ofPod === undefined && !anySays(spec)) return;
  let hostProcesses = 0;
  const all = containersOf(spec);
  for (const placed of all) {
    const own = hostProcessOf(placed.container);
    if (own ?? ofPod) hostProcesses++;
    if (own === undefined || ofPod === undefined || own === ofPod) continue;
    const field = pathOf(placed, path).child('securityContext', 'windowsOptions', 'hostProcess');
    errors.invalid(field, own, `must be ${ofPod}, as the pod's securityContext says`);
  }
  if (hostProcesses === 0) return;
  if (hostProcesses !== all.length) {
    errors.invalid(path, undefined, 'must make all of its containers host processes, or none');
  }
  if (!spec.hostNetwork) {
    errors.invalid(path.child('hostNetwork'), false, 'must be true where containers are host processes');
  }
}

function anySays(spec: PodContainers): boolean {
  for (let list = 0; list < CONTAINER_LISTS.length; list++) {
    const containers = spec[CONTAINER_LISTS[list]];
    if (containers === undefined) continue;
    for (let at = 0; at < containers.length; at++) {
      if (containers[at].securityContext !== undefined && hostProcessOf(containers[at]) !== undefined)
        return true;
    }
  }
  return false;
}

function hostProcessOf({ securityContext }: Data | HostProcessSpec): boolean | undefined {
  return (securityContext as HostProcessSpec['securityContext'])?.windowsOptions?.hostProcess;
}
