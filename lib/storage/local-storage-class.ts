import type { Construct } from 'constructs';
import type { ObjectProps } from './object-props';
import { StorageClass, type StorageClassSettings, VolumeBindingMode } from './storage-class';

/** Props of a {@link LocalStorageClass}. Nothing is provisioned, so that little can be said. */
export type LocalStorageClassProps = ObjectProps &
  Pick<StorageClassSettings, 'isDefaultClass' | 'reclaimPolicy'>;

/**
 * The class of volumes that someone made by hand on the nodes. A claim is bound once its pod is scheduled
 * (WaitForFirstConsumer): bound at once, it could take a volume of a node where the pod cannot run.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#local
 */
export class LocalStorageClass extends StorageClass {
  constructor(scope: Construct, id: string, props: LocalStorageClassProps = {}) {
    super(scope, id, {
      ...props,
      provisioner: 'kubernetes.io/no-provisioner',
      bindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
    });
  }
}
