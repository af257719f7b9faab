import { immutable } from './immutable';

const FIX = 'delete the CSIStorageCapacity and create another; the driver keeps these objects itself';

/** What an update of a CSIStorageCapacity may not change: what was asked of the driver. */
export const updateCsiStorageCapacity = immutable(
  { field: ['nodeTopology'], fix: FIX },
  { field: ['storageClassName'], fix: FIX },
);
