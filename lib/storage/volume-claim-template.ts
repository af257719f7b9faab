import type { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { checkName } from '../naming/object-name';
import { ClaimSpec, type ClaimSpecProps } from './claim-spec';
import type { IMountable } from './mountable';
import type { VolumeMode } from './volume-mode';

/** Props of a {@link VolumeClaimTemplate}. */
export interface VolumeClaimTemplateProps extends ClaimSpecProps {
  /**
   * Labels of the claims.
   *
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The claim that each pod of a StatefulSet gets for itself. It is no object of its own: it is a part of the set.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export class VolumeClaimTemplate implements IMountable {
  private readonly spec: ClaimSpec;

  /**
   * @param construct the workload that it belongs to.
   * @param name name of the template, a DNS label: it is the name of the pods' volume too.
   * @throws PropError for what the API server would refuse.
   */
  constructor(
    construct: IConstruct,
    readonly name: string,
    private readonly props: VolumeClaimTemplateProps,
  ) {
    checkName(construct, { prop: 'claim name', name, complaints: dnsLabelComplaints });
    this.spec = new ClaimSpec(construct, props);
  }

  get volumeName(): string {
    return this.name;
  }

  get volumeMode(): VolumeMode {
    return this.spec.volumeMode;
  }

  /** The access modes of the claims. */
  get accessModes(): ClaimSpec['accessModes'] {
    return this.spec.accessModes;
  }

  /** The size of each claim. */
  get size(): ClaimSpec['size'] {
    return this.spec.size;
  }

  toPodVolume(): undefined {
    return undefined;
  }

  /**
   * The template as `k8s.StatefulSetSpec` takes it. The generated classes drop the apiVersion and kind of a
   * template: who renders the set adds them.
   */
  toKube(): k8s.KubePersistentVolumeClaimProps {
    const { labels, annotations } = this.props;
    return { metadata: { name: this.name, labels, annotations }, spec: this.spec.toKube() };
  }
}
