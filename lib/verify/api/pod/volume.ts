import type { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';

/** A volume of a pod: a name, and one source, which stands under the source's name. Without any it is an emptyDir. */
export interface Volume {
  readonly name?: string;
  readonly emptyDir?: Data;
  readonly persistentVolumeClaim?: Data;
  readonly ephemeral?: Data;
  readonly [source: string]: unknown;
}

/** What a source is judged by, beside itself. */
export interface VolumePlace {
  /** Name of the volume. */
  readonly name: string;
  /** Path of the volume, one above that of the source. */
  readonly path: FieldPath;
  /** Name of the pod, where the volume is a pod's own and not that of a template. */
  readonly podName?: string;
}
