import {
  EnvValue,
  type IStorage,
  type k8s,
  type MountOptions,
  Container as PlusContainer,
  type ContainerProps as PlusContainerProps,
  type Protocol,
} from 'cdk8s-plus-28';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { checkName } from '../naming/object-name';
import { PropError } from '../prop-error';
import { checkPorts } from '../services/service-port';
import type { IMountable } from '../storage/mountable';
import { fromPlusVolume } from '../storage/plus-volume';
import { ContainerMounts, type IVolumeOwner } from './container-mounts';
import type { ContainerPort, ContainerProps, NamedContainerProps } from './container-props';
import { renderResources } from './container-resources';
import type { Probe } from './probe';

/**
 * A cdk8s-plus container that emits nothing that was not asked for. What it mounts is mounted by handle, so that
 * a mount without a volume cannot be written.
 */
export class Container extends PlusContainer {
  private readonly addedArgs: string[] = [];
  private readonly places: ContainerMounts;

  /** @throws PropError for a name, a port or a probe that the API server would refuse. */
  constructor(
    private readonly pod: IVolumeOwner,
    private readonly props: NamedContainerProps,
    private readonly restartPolicyField?: 'Always',
  ) {
    super(plusProps(props));
    this.places = new ContainerMounts(pod, props.name);
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
    this.places.mount(path, 'toPodVolume' in volume ? volume : fromPlusVolume(volume.asVolume()), options);
  }

  /**
   * Gives the container a raw block device.
   *
   * @param path absolute path of the device, such as `/dev/xvda`.
   * @param volume handle of a claim or claim template whose volume mode is Block.
   * @throws PropError when the path is taken or not absolute, or when the volume has a file system.
   */
  mountDevice(path: string, volume: IMountable): void {
    this.places.attach(path, volume);
  }

  /**
   * Adds an environment variable, which may say what only the stack knows: `db.seedList()`.
   *
   * @throws PropError when the container has a variable of that name.
   */
  addEnv(name: string, value: string | EnvValue): void {
    if (Object.hasOwn(this.env.variables, name)) {
      throw new PropError({
        construct: this.pod,
        prop: `env '${name}' of container '${this.name}'`,
        problem: 'is set already',
        fix: 'set it in one place',
      });
    }
    this.env.addVariable(name, envValue(value));
  }

  /** Adds arguments behind those given, which may say what only the stack knows: `db.seedList()`. */
  addArgs(...args: string[]): void {
    this.addedArgs.push(...args);
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
      args: this.addedArgs.length > 0 ? [...(plain.args ?? []), ...this.addedArgs] : plain.args,
      env: env.variables,
      envFrom: env.from,
      ports: ports?.map(({ number, ...port }) => ({ ...port, containerPort: number })),
      resources: renderResources(resources),
      readinessProbe: readiness?.toKube(),
      livenessProbe: liveness?.toKube(),
      startupProbe: startup?.toKube(),
      restartPolicy: this.restartPolicyField,
      ...this.places.toKube(),
    };
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
    envVariables: Object.fromEntries(Object.entries(env ?? {}).map(([key, value]) => [key, envValue(value)])),
    envFrom: [...(envFrom ?? [])],
  };
}

function envValue(value: string | EnvValue): EnvValue {
  return typeof value === 'string' ? EnvValue.fromValue(value) : value;
}
