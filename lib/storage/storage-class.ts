import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { qualifiedNameComplaints } from '../kubernetes/label-format';
import { RenderedObject } from '../objects/rendered-object';
import { PropError } from '../prop-error';
import { metadataOf, type ObjectProps } from './object-props';
import { checkReclaimPolicy, type ReclaimPolicy } from './reclaim-policy';
import type { IStorageClass } from './storage-class-handle';

/** The annotation that makes a class the cluster's default. */
export const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/**
 * When a volume is provisioned or bound.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode
 */
export const VolumeBindingMode = {
  /** As soon as the claim exists, wherever its pods will run. */
  IMMEDIATE: 'Immediate',
  /** Once a pod that uses the claim is scheduled, where that pod can reach it. */
  WAIT_FOR_FIRST_CONSUMER: 'WaitForFirstConsumer',
} as const;

export type VolumeBindingMode = (typeof VolumeBindingMode)[keyof typeof VolumeBindingMode];

/** Where volumes may be: every label of a node with its allowed values. */
export type Topology = Readonly<Record<string, readonly string[]>>;

/** What every class can be told, whoever provisions. */
export interface StorageClassSettings extends ObjectProps {
  /**
   * Parameters of the driver, as its documentation names them.
   *
   * @default none
   */
  readonly parameters?: Readonly<Record<string, string>>;

  /**
   * What happens to a volume when its claim is deleted.
   *
   * @default not emitted: Delete
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * When volumes are provisioned.
   *
   * @default not emitted: Immediate
   */
  readonly bindingMode?: VolumeBindingMode;

  /**
   * Whether claims of the class may grow.
   *
   * @default not emitted: false
   */
  readonly allowExpansion?: boolean;

  /**
   * Options that volumes of the class are mounted with. Nobody checks them: a wrong one fails the mount.
   *
   * @default none
   */
  readonly mountOptions?: readonly string[];

  /**
   * Where volumes may be provisioned: in one of these places.
   *
   * @default not emitted: anywhere
   */
  readonly allowedTopologies?: readonly Topology[];

  /**
   * Whether claims without a class get this one.
   *
   * @default not emitted: no
   */
  readonly isDefaultClass?: boolean;
}

/** Props of a {@link StorageClass}. */
export interface StorageClassProps extends StorageClassSettings {
  /** The driver, such as `ebs.csi.aws.com`. */
  readonly provisioner: string;
}

/**
 * A class of storage: who provisions volumes, and how. Cluster-scoped: it never gets a namespace. Everything but
 * labels, annotations and expansion is fixed once it exists.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 */
export class StorageClass extends Construct implements IStorageClass {
  readonly name: string;

  /** A class that someone else makes. */
  static fromName(name: string): IStorageClass {
    return { storageClassName: name };
  }

  /** @throws PropError for a provisioner, a policy or a topology that the API server would refuse. */
  constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id);
    const metadata = metadataOf(this, props);
    this.name = metadata.name;
    checkReclaimPolicy(this, props.reclaimPolicy);
    this.check(props);
    new RenderedObject(this, 'Resource', k8s.KubeStorageClass, {
      metadata: { ...metadata, annotations: annotationsOf(props) },
      provisioner: props.provisioner,
      parameters: props.parameters,
      reclaimPolicy: props.reclaimPolicy,
      volumeBindingMode: props.bindingMode,
      allowVolumeExpansion: props.allowExpansion,
      mountOptions: props.mountOptions && [...props.mountOptions],
      allowedTopologies: props.allowedTopologies?.map(topologyTerm),
    });
  }

  get storageClassName(): string {
    return this.name;
  }

  private check({ provisioner, bindingMode, allowedTopologies = [] }: StorageClassProps): void {
    const refuse = (prop: string, problem: string, received: unknown, allowed: string) =>
      new PropError({ construct: this, prop, problem, received, allowed, fix: `correct '${prop}'` });

    const naming = qualifiedNameComplaints(provisioner.toLowerCase());
    if (naming.length > 0) {
      throw refuse('provisioner', naming.join(', and '), provisioner, 'a driver such as ebs.csi.aws.com');
    }
    const modes = Object.values(VolumeBindingMode);
    if (bindingMode !== undefined && !modes.includes(bindingMode)) {
      throw refuse('bindingMode', 'must be one of the binding modes', bindingMode, modes.join(', '));
    }
    for (const topology of allowedTopologies) {
      for (const [key, values] of Object.entries(topology)) {
        const complaints = [...qualifiedNameComplaints(key)];
        if (values.length === 0) complaints.push('must have a value');
        if (new Set(values).size < values.length) complaints.push('must not have a value twice');
        if (complaints.length === 0) continue;
        const allowed = "a label of nodes with values: { 'topology.kubernetes.io/zone': ['eu-1a'] }";
        throw refuse('allowedTopologies', `label '${key}' ${complaints.join(', and ')}`, topology, allowed);
      }
    }
  }
}

function annotationsOf({ annotations, isDefaultClass }: StorageClassProps): k8s.ObjectMeta['annotations'] {
  return isDefaultClass === undefined
    ? annotations
    : { ...annotations, [DEFAULT_CLASS_ANNOTATION]: String(isDefaultClass) };
}

function topologyTerm(topology: Topology): k8s.TopologySelectorTerm {
  const matchLabelExpressions = Object.entries(topology).map(([key, values]) => ({
    key,
    values: [...values],
  }));
  return { matchLabelExpressions };
}
