import {
  EnvValue,
  type IStorage,
  type k8s,
  type MountOptions,
  Container as PlusContainer,
  type ContainerProps as PlusContainerProps,
  type Protocol,
} from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { checkName } from '../naming/object-name';
import { PropError } from '../prop-error';
import { checkPorts } from '../services/service-port';
import type { IMountable } from '../storage/mountable';
import { fromPlusVolume } from '../storage/plus-volume';
import type { ContainerPort, ContainerProps, NamedContainerProps } from './container-props';
import { renderResources } from './container-resources';
import type { Probe } from './probe';

/** The pod that a container is in: it takes every volume that a container mounts. */
export interface IVolumeOwner extends IConstruct {
  /**
   * Adds a volume to the pod, once.
   *
   * @throws PropError when another volume of the pod has its name, or it is the claim template of another set.
   */
  adoptVolume(volume: IMountable): void;
}

/**
 * A cdk8s-plus container that emits nothing that was not asked for. What it mounts is mounted by handle, so that
 * a mount without a volume cannot be written.
 */
export class Container extends PlusContainer {
  private readonly volumeMounts: k8s.VolumeMount[] = [];
  private readonly volumeDevices: k8s.VolumeDevice[] = [];

  /** @throws PropError for a name, a port or a probe that the API server would refuse. */
  constructor(
    private readonly pod: IVolumeOwner,
    private readonly props: NamedContainerProps,
    private readonly restartPolicyField?: 'Always',
  ) {
    super(plusProps(props));
    checkName(pod, { prop: `container '${props.name}'`, name: props.name, complaints: dnsLabelComplaints });
    checkPorts(
      pod,
      (props.ports ?? []).map((port, index) => ({ ...port, name: port.name ?? `port-${index}` })),
    );
    for (const probe of [props.readiness, props.liveness, props.startup]) this.checkProbe(probe);
  }

  /**
   * Mounts a volume or a claim template; the pod gets the volume with it.
   *
   * @param path absolute path in the container.
   * @param volume handle of what is mounted.
   * @throws PropError when the path is taken or not absolute, or when the volume is a block device.
   */
  override mount(path: string, volume: IMountable | IStorage, options: MountOptions = {}): void {
    const mountable = 'toPodVolume' in volume ? volume : fromPlusVolume(volume.asVolume());
    this.checkPlace(path, mountable.volumeMode === 'Block', 'Filesystem', 'mountDevice');
    this.pod.adoptVolume(mountable);
    const { propagation, ...rest } = options;
    this.volumeMounts.push({
      name: mountable.volumeName,
      mountPath: path,
      mountPropagation: propagation,
      ...rest,
    });
  }

  /**
   * Gives the container a raw block device.
   *
   * @param path absolute path of the device, such as `/dev/xvda`.
   * @param volume handle of a claim or claim template whose volume mode is Block.
   * @throws PropError when the path is taken or not absolute, or when the volume has a file system.
   */
  mountDevice(path: string, volume: IMountable): void {
    this.checkPlace(path, volume.volumeMode !== 'Block', 'Block', 'mount');
    this.pod.adoptVolume(volume);
    this.volumeDevices.push({ name: volume.volumeName, devicePath: path });
  }

  /** Whether it is an init container that runs as long as the pod. */
  get isSidecar(): boolean {
    return this.restartPolicyField === 'Always';
  }

  /** The ports that it listens on. */
  get listensOn(): readonly ContainerPort[] {
    return this.props.ports ?? [];
  }

  /** The container as the API writes it. */
  override _toKube(): k8s.Container {
    const {
      image,
      name,
      resources,
      readiness,
      liveness,
      startup,
      ports,
      env: _env,
      envFrom: _from,
      ...plain
    } = this.props;
    const env = this.env._toKube();
    return {
      ...plain,
      name,
      image,
      env: env.variables,
      envFrom: env.from,
      ports: ports?.map(({ number, ...port }) => ({ ...port, containerPort: number })),
      resources: renderResources(resources),
      readinessProbe: readiness?.toKube(),
      livenessProbe: liveness?.toKube(),
      startupProbe: startup?.toKube(),
      restartPolicy: this.restartPolicyField,
      volumeMounts: this.volumeMounts.length > 0 ? this.volumeMounts : undefined,
      volumeDevices: this.volumeDevices.length > 0 ? this.volumeDevices : undefined,
    };
  }

  private checkPlace(path: string, wrongMode: boolean, mode: string, other: string): void {
    const refuse = (problem: string, allowed: string, fix: string) =>
      new PropError({
        construct: this.pod,
        prop: `mount in container '${this.name}'`,
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
    if (
      [...this.volumeMounts.map(m => m.mountPath), ...this.volumeDevices.map(d => d.devicePath)].includes(
        path,
      )
    ) {
      throw refuse('is a path that is mounted already', 'each path once', 'mount one of the two elsewhere');
    }
    if (wrongMode) throw refuse('is of the other volume mode', `a volume of mode ${mode}`, `use ${other}()`);
  }

  private checkProbe(probe: Probe | undefined): void {
    const names = this.listensOn.flatMap(port => port.name ?? []);
    if (probe?.portName === undefined || names.includes(probe.portName)) return;
    throw new PropError({
      construct: this.pod,
      prop: `probe of container '${this.name}'`,
      problem: 'asks a port that the container does not have',
      received: probe.portName,
      allowed: names.join(', ') || 'a port number: none of the ports has a name',
      fix: 'name one of the ports, or give the number',
    });
  }
}

// What cdk8s-plus asks of a container: autoscalers its resources, network policies its ports.
function plusProps({ image, name, ports, resources, env, envFrom }: ContainerProps): PlusContainerProps {
  return {
    image,
    name,
    ports: ports?.map(port => ({ ...port, protocol: port.protocol as Protocol | undefined })),
    resources: (resources ?? {}) as PlusContainerProps['resources'],
    envVariables: Object.fromEntries(
      Object.entries(env ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? EnvValue.fromValue(value) : value,
      ]),
    ),
    envFrom: [...(envFrom ?? [])],
  };
}
