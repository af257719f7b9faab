import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';

/**
 * What the server of a version, with its default feature gates, knows of containers. It drops a field whose gate is
 * off before it validates.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export interface ContainerGates {
  /** `restartPolicy: Always` of an init container. */
  readonly sidecars: boolean;
  /** Whether a `sleep` is dropped, and its handler left. */
  readonly sleepDropped: boolean;
  /** A sleep of no time. */
  readonly zeroSleep: boolean;
  /** `recursiveReadOnly` of a mount. */
  readonly recursiveReadOnly: boolean;
  /** Environment variables whose names are any printable text. */
  readonly anyEnvName: boolean;
  /** Whether decoding has dropped a `stopSignal`, and may have left its lifecycle empty. */
  readonly stopSignalDropped: boolean;
  /** `resizePolicy`. */
  readonly resize: boolean;
  /** Whether a resize may restart sidecars alone of the init containers. */
  readonly resizeOfSidecarsAlone: boolean;
  /** `hostUsers` of the pod, and `procMount`. */
  readonly userNamespaces: boolean;
  /** Whether block devices are refused in a user namespace. */
  readonly noDevicesInUserNamespace: boolean;
  /** `resources.claims`. */
  readonly resourceClaims: boolean;
  /** Whether `restartPolicy` of a container that is no init container is dropped, not refused. */
  readonly restartPolicyDropped: boolean;
  /** `restartPolicy` and `restartPolicyRules` of every container. */
  readonly restartRules: boolean;
  /** The action `RestartAllContainers`, and rules of sidecars. */
  readonly restartAll: boolean;
  /** `fileKeyRef` as the source of an environment variable. */
  readonly envFiles: boolean;
  /** Volumes of the source `image`; without, the mounts of such volumes are dropped too. */
  readonly imageVolumes: boolean;
}

const known = new Map<KubernetesVersion, ContainerGates>();

/** What the server of a version knows of containers. */
export function containerGates(version: KubernetesVersion): ContainerGates {
  const found = known.get(version);
  if (found) return found;
  const since = (first: KubernetesVersion) => !isBefore(version, first);
  const gates: ContainerGates = {
    sidecars: since('1.29'),
    sleepDropped: version === '1.29',
    recursiveReadOnly: since('1.31'),
    anyEnvName: since('1.32'),
    zeroSleep: since('1.33'),
    resize: since('1.33'),
    stopSignalDropped: since('1.33'),
    userNamespaces: since('1.33'),
    noDevicesInUserNamespace: since('1.34'),
    resourceClaims: since('1.34'),
    restartPolicyDropped: version === '1.34',
    restartRules: since('1.35'),
    envFiles: since('1.35'),
    imageVolumes: since('1.35'),
    restartAll: since('1.36'),
    resizeOfSidecarsAlone: since('1.36'),
  };
  known.set(version, gates);
  return gates;
}
