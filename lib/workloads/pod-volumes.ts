import type { k8s, Volume } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';
import type { IMountable } from '../storage/mountable';
import { fromPlusVolume } from '../storage/plus-volume';

/** The pods that volumes are for. */
export interface IPodGroup extends IConstruct {
  /** The most pods at a time. */
  readonly maxReplicas: number;
  /** The namespace that they are in, where one is known. */
  readonly podNamespace?: string;
}

/** The volumes of one pod, each by the handle that its containers mount. */
export class PodVolumes {
  private readonly byName = new Map<string, IMountable>();

  /** @param pods the workload that the pods are of. */
  constructor(private readonly pods: IPodGroup) {}

  /**
   * Takes a volume, once.
   *
   * @param ownTemplate whether it is a claim template of this workload.
   * @throws PropError when another volume has its name, it is the claim template of another set, or a claim that
   * these pods cannot mount.
   */
  add(volume: IMountable, ownTemplate: boolean): void {
    const present = this.byName.get(volume.volumeName);
    if (present && present !== volume) {
      throw new PropError({
        construct: this.pods,
        prop: `volume '${volume.volumeName}'`,
        problem: 'has the name of another volume of the pod',
        received: volume.volumeName,
        allowed: 'a name that is used once in the pod',
        fix: "give one of the two volumes another 'name'",
      });
    }
    if (!ownTemplate && volume.toPodVolume() === undefined) {
      throw new PropError({
        construct: this.pods,
        prop: `claim template '${volume.volumeName}'`,
        problem: 'is not one of this workload',
        allowed: 'claim templates that addClaim() of the same stack returned',
        fix: 'add the claim to this stack, or mount a VolumeClaim, which pods of several workloads can share',
      });
    }
    this.checkClaim(volume);
    this.byName.set(volume.volumeName, volume);
  }

  /**
   * The volumes as the API writes them, without claim templates.
   *
   * @param plusVolumes volumes that came in through cdk8s-plus, beside those taken here.
   */
  toKube(plusVolumes: readonly Volume[]): k8s.Volume[] | undefined {
    const plus = plusVolumes
      .filter((volume, index) => plusVolumes.indexOf(volume) === index)
      .map(fromPlusVolume);
    const known = [...this.byName.values()].flatMap(volume => volume.toPodVolume() ?? []);
    const volumes = [...known, ...plus.flatMap(volume => volume.toPodVolume() ?? [])];
    return volumes.length > 0 ? volumes : undefined;
  }
  private checkClaim({ volumeName, claim }: IMountable): void {
    const { maxReplicas, podNamespace } = this.pods;
    const prop = `volume '${volumeName}'`;
    if (claim?.accessModes?.includes('ReadWriteOncePod') && maxReplicas > 1) {
      throw new PropError({
        construct: this.pods,
        prop,
        problem: 'is a ReadWriteOncePod claim, which one pod can mount',
        received: maxReplicas,
        allowed: '1 replica',
        fix: 'add a claim template with addClaim(), or use another access mode',
      });
    }
    if (claim?.namespace !== undefined && podNamespace !== undefined && claim.namespace !== podNamespace) {
      throw new PropError({
        construct: this.pods,
        prop,
        problem: `is a claim in namespace '${claim.namespace}', and pods mount what is in their own`,
        received: claim.namespace,
        allowed: podNamespace,
        fix: 'create the claim in the namespace of the pods',
      });
    }
  }
}
