import { type IConfigMap, type ISecret, k8s } from 'cdk8s-plus-28';
import { PropError } from '../prop-error';
import type { IVolumeClaim } from './claim-handle';
import { ClaimSpec } from './claim-spec';
import { checkCsiDriver } from './csi-volume';
import { downwardItems } from './downward-field';
import { checkFileMode } from './file-checks';
import { checkHostPath } from './host-path';
import type { IMountable } from './mountable';
import { checkNfs } from './nfs-export';
import type { ProjectedSource } from './projected-source';
import { StorageSize } from './storage-size';
import { checkDistinctPaths, keysToPaths, type VolumeItems } from './volume-files';
import type { VolumeMode } from './volume-mode';
import { podVolumeName } from './volume-name';
import type {
  ClaimVolumeOptions,
  CsiVolumeOptions,
  DownwardApiOptions,
  EmptyDirOptions,
  EphemeralOptions,
  HostPathOptions,
  KeysVolumeOptions,
  NfsOptions,
  ProjectedOptions,
} from './volume-options';

type Source = Omit<k8s.Volume, 'name'>;

/**
 * A volume of a pod. A container mounts it by handle, and the pod gets it with the mount; one handle mounted by
 * several containers is one volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class Volume implements IMountable {
  private constructor(
    readonly volumeName: string,
    private readonly source: Source,
    readonly volumeMode?: VolumeMode,
    readonly claim?: IVolumeClaim,
  ) {}

  /** The keys of a ConfigMap as files. Its name, where none is given, is `configmap-` and the ConfigMap's. */
  static configMap(configMap: Pick<IConfigMap, 'name'>, options: KeysVolumeOptions = {}): Volume {
    const { name } = configMap;
    const { defaultMode, items, optional } = checkedKeys(options);
    return Volume.of(options.name, `configmap-${name}`, {
      configMap: { name, defaultMode, items, optional },
    });
  }

  /** The keys of a Secret as files. Its name, where none is given, is `secret-` and the Secret's. */
  static secret(secret: Pick<ISecret, 'name'>, options: KeysVolumeOptions = {}): Volume {
    const { name: secretName } = secret;
    const { defaultMode, items, optional } = checkedKeys(options);
    return Volume.of(options.name, `secret-${secretName}`, {
      secret: { secretName, defaultMode, items, optional },
    });
  }

  /** A directory that is empty at first, and gone with the pod. */
  static emptyDir({ name, medium, sizeLimit }: EmptyDirOptions): Volume {
    const limit = sizeLimit && k8s.Quantity.fromString(StorageSize.from(sizeLimit).toString());
    return Volume.of(name, name, { emptyDir: { medium, sizeLimit: limit } });
  }

  /** The files of several sources in one directory. */
  static projected(sources: readonly ProjectedSource[], { name, defaultMode }: ProjectedOptions): Volume {
    checkFileMode('defaultMode', defaultMode);
    if (sources.length === 0) {
      throw new PropError({
        prop: 'sources',
        problem: 'must name at least one source',
        allowed: 'what ProjectedSource makes',
        fix: `give volume '${name}' a source, or use Volume.emptyDir()`,
      });
    }
    checkDistinctPaths(sources.flatMap(source => source.paths));
    return Volume.of(name, name, {
      projected: { defaultMode, sources: sources.map(source => source.toKube()) },
    });
  }

  /** What the pod says of itself, as files. */
  static downwardApi({ name, files, defaultMode }: DownwardApiOptions): Volume {
    checkFileMode('defaultMode', defaultMode);
    return Volume.of(name, name, { downwardApi: { defaultMode, items: downwardItems(files) } });
  }

  /** A claim under another name, read-only, or made by someone else. Its name, where none is given, is the claim's. */
  static claim(claim: IVolumeClaim, { name, readOnly }: ClaimVolumeOptions = {}): Volume {
    const { claimName, volumeMode } = claim;
    const source = { persistentVolumeClaim: { claimName, readOnly } };
    return new Volume(podVolumeName(name, claimName), source, volumeMode, claim);
  }

  /** A path of the node that the pod runs on. The pod can do to it what it can do to the node. */
  static hostPath({ name, path, type }: HostPathOptions): Volume {
    checkHostPath({ path, type });
    return Volume.of(name, name, { hostPath: { path, type } });
  }

  /** A directory that an NFS server exports. */
  static nfs({ name, server, path, readOnly }: NfsOptions): Volume {
    checkNfs({ server, path });
    return Volume.of(name, name, { nfs: { server, path, readOnly } });
  }

  /** A volume that a CSI driver makes for the pod, and that is gone with it. */
  static csi({ name, nodePublishSecret, ...plain }: CsiVolumeOptions): Volume {
    checkCsiDriver('csi.driver', plain.driver);
    const secret = nodePublishSecret === undefined ? undefined : { name: nodePublishSecret };
    return Volume.of(name, name, { csi: { ...plain, nodePublishSecretRef: secret } });
  }

  /** A claim that is made for the pod, and deleted with it. */
  static ephemeral({ name, labels, annotations, ...claim }: EphemeralOptions): Volume {
    const spec = new ClaimSpec(undefined, claim);
    const metadata = labels || annotations ? { labels, annotations } : undefined;
    const source = { ephemeral: { volumeClaimTemplate: { metadata, spec: spec.toKube() } } };
    return Volume.of(name, name, source, spec.volumeMode);
  }

  private static of(given: string | undefined, source: string, fields: Source, mode?: VolumeMode): Volume {
    return new Volume(podVolumeName(given, source), fields, mode);
  }

  toPodVolume(): k8s.Volume {
    return { name: this.volumeName, ...this.source };
  }
}

function checkedKeys({ defaultMode, items, optional }: KeysVolumeOptions) {
  checkFileMode('defaultMode', defaultMode);
  checkDistinctPaths(pathsOf(items));
  return { defaultMode, items: keysToPaths(items), optional };
}

function pathsOf(items: VolumeItems = {}): string[] {
  return Object.values(items).map(({ path }) => path);
}
