import { k8s } from 'cdk8s-plus-28';
import { checkedFile } from './volume-files';

/** The fields of a pod that a file can hold. */
export type PodField =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | 'metadata.labels'
  | 'metadata.annotations'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`;

/** The resources of a container that a file can hold. */
export type ContainerResourceField =
  `${'requests' | 'limits'}.${'cpu' | 'memory' | 'ephemeral-storage' | `hugepages-${string}`}`;

/** What a file of a downward-API volume holds. */
export class DownwardField {
  private constructor(private readonly source: Omit<k8s.DownwardApiVolumeFile, 'path'>) {}

  /**
   * A field of the pod: its labels, say, which change while it runs, and the file with them.
   *
   * @param mode mode of the file, such as 0o400; the volume's default where it is left out.
   */
  static pod(fieldPath: PodField, mode?: number): DownwardField {
    return new DownwardField({ fieldRef: { fieldPath }, mode });
  }

  /**
   * What a container of the pod asks for or may use.
   *
   * @param containerName name of the container.
   * @param divisor the unit that the number is in, such as `1Mi`; 1 where it is left out.
   */
  static container(containerName: string, resource: ContainerResourceField, divisor?: string): DownwardField {
    return new DownwardField({
      resourceFieldRef: {
        containerName,
        resource,
        divisor: divisor === undefined ? undefined : k8s.Quantity.fromString(divisor),
      },
    });
  }

  /** The file as the API writes it. */
  toKube(path: string): k8s.DownwardApiVolumeFile {
    return { ...this.source, ...checkedFile(path, { path, mode: this.source.mode }) };
  }
}

/** The files of a downward-API volume, by path. */
export type DownwardFiles = Readonly<Record<string, DownwardField>>;

/**
 * The files as the API writes them.
 *
 * @throws PropError for a path that leads out of the volume, or a mode that is none.
 */
export function downwardItems(files: DownwardFiles): k8s.DownwardApiVolumeFile[] {
  return Object.entries(files).map(([path, field]) => field.toKube(path));
}
