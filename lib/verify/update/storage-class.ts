import { immutable } from './immutable';

const FIX =
  'create a class of another name for new claims; the volumes of this one stay as they are, and the class may be deleted and created again';
const SEE = 'https://kubernetes.io/docs/concepts/storage/storage-classes/';

/** What an update of a StorageClass may not change: everything that says how its volumes are made. */
export const updateStorageClass = immutable(
  { field: ['parameters'], error: 'forbidden', invalidSince: '1.36', fix: FIX, see: SEE },
  { field: ['provisioner'], error: 'forbidden', invalidSince: '1.36', fix: FIX, see: SEE },
  { field: ['reclaimPolicy'], error: 'forbidden', invalidSince: '1.36', fix: FIX, see: SEE },
  { field: ['volumeBindingMode'], fix: FIX, see: SEE },
);
