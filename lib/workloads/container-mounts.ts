import type { k8s, MountOptions } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';
import type { IMountable } from '../storage/mountable';

/** The pod that a container is in: it takes every volume that a container mounts. */
export interface IVolumeOwner extends IConstruct {
  /**
   * Adds a volume to the pod, once.
   *
   * @throws PropError when another volume of the pod has its name, or it is the claim template of another set.
   */
  adoptVolume(volume: IMountable): void;
}

/** The places of one container at which volumes are. */
export class ContainerMounts {
  private readonly mounts: k8s.VolumeMount[] = [];
  private readonly devices: k8s.VolumeDevice[] = [];

  /**
   * @param pod the pod that the container is in.
   * @param container name of the container.
   */
  constructor(
    private readonly pod: IVolumeOwner,
    private readonly container: string,
  ) {}

  /** Mounts a volume that has a file system. @throws PropError for a path or a volume that does not fit. */
  mount(path: string, volume: IMountable, { propagation, ...options }: MountOptions): void {
    this.checkPlace(path, volume.volumeMode === 'Block', 'Filesystem', 'mountDevice');
    this.pod.adoptVolume(volume);
    this.mounts.push({ name: volume.volumeName, mountPath: path, mountPropagation: propagation, ...options });
  }

  /** Attaches a raw block device. @throws PropError for a path or a volume that does not fit. */
  attach(path: string, volume: IMountable): void {
    this.checkPlace(path, volume.volumeMode !== 'Block', 'Block', 'mount');
    this.pod.adoptVolume(volume);
    this.devices.push({ name: volume.volumeName, devicePath: path });
  }

  /** The fields of the container as the API writes them. */
  toKube(): Pick<k8s.Container, 'volumeMounts' | 'volumeDevices'> {
    return {
      volumeMounts: this.mounts.length > 0 ? this.mounts : undefined,
      volumeDevices: this.devices.length > 0 ? this.devices : undefined,
    };
  }

  private checkPlace(path: string, wrongMode: boolean, mode: string, other: string): void {
    const refuse = (problem: string, allowed: string, fix: string) =>
      new PropError({
        construct: this.pod,
        prop: `mount in container '${this.container}'`,
        problem,
        received: path,
        allowed,
        fix,
      });
    if (!path.startsWith('/') || path.includes(':')) {
      throw refuse(
        'must be an absolute path',
        "a path that begins with '/' and holds no ':'",
        'correct the path',
      );
    }
    if ([...this.mounts.map(m => m.mountPath), ...this.devices.map(d => d.devicePath)].includes(path)) {
      throw refuse('is a path that is mounted already', 'each path once', 'mount one of the two elsewhere');
    }
    if (wrongMode) throw refuse('is of the other volume mode', `a volume of mode ${mode}`, `use ${other}()`);
  }
}
