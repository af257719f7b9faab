import type { Cpu, EnvFrom, EnvValue, k8s } from 'cdk8s-plus-28';
import type { PortProtocol } from '../services/service-port';
import type { StorageSizeLike } from '../storage/storage-size';
import type { Probe } from './probe';

/** A port that a container listens on. */
export interface ContainerPort {
  /** The name that Services and probes may use instead of the number. @default none */
  readonly name?: string;
  /** 1 to 65535. */
  readonly number: number;
  /** @default not emitted: TCP */
  readonly protocol?: PortProtocol;
  /** Port of the node that leads to it: at most one such pod fits on a node. @default none */
  readonly hostPort?: number;
}

/** What a container asks for and may use at most. */
export interface ResourceAmounts<Amount> {
  /** What the scheduler sets aside. @default not emitted: the limit, else none */
  readonly request?: Amount;
  /** What the container may use at most. @default not emitted: none */
  readonly limit?: Amount;
}

/**
 * CPU, memory and other resources of a container.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface ContainerResources {
  readonly cpu?: ResourceAmounts<Cpu>;
  readonly memory?: ResourceAmounts<StorageSizeLike>;
  readonly ephemeralStorage?: ResourceAmounts<StorageSizeLike>;
  /** Extended resources by name, such as `nvidia.com/gpu`: whole numbers, request and limit alike. */
  readonly extended?: Readonly<Record<string, number>>;
}

/** The fields of a container that are given as the API writes them. */
type PlainFields = Pick<
  k8s.Container,
  | 'command'
  | 'args'
  | 'workingDir'
  | 'lifecycle'
  | 'securityContext'
  | 'resizePolicy'
  | 'stdin'
  | 'stdinOnce'
  | 'tty'
  | 'terminationMessagePath'
  | 'terminationMessagePolicy'
>;

/**
 * A container. Nothing is emitted that is not given here, but the name, which the API requires.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface ContainerProps extends PlainFields {
  /** Image with its tag or digest. */
  readonly image: string;
  /** A DNS label. @default the name of the stack or the release */
  readonly name?: string;
  /** The ports that it listens on. @default none */
  readonly ports?: readonly ContainerPort[];
  /** Environment by name: plain values, or cdk8s-plus `EnvValue`s that lead elsewhere. @default none */
  readonly env?: Readonly<Record<string, string | EnvValue>>;
  /** ConfigMaps and Secrets whose keys all become environment variables. @default none */
  readonly envFrom?: readonly EnvFrom[];
  /** @default none */
  readonly resources?: ContainerResources;
  /** @default not emitted: Always for the tag latest or none, else IfNotPresent */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Whether the pod gets traffic. @default none: from the start on */
  readonly readiness?: Probe;
  /** Whether the container must be restarted. @default none */
  readonly liveness?: Probe;
  /** Whether it has started: the other probes wait for it. @default none */
  readonly startup?: Probe;
}

/** A container beside the first: it needs a name of its own. */
export type NamedContainerProps = ContainerProps & { readonly name: string };
