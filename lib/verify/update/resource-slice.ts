import { immutable } from './immutable';

const FIX = 'delete the slice; its driver publishes another';

/** What an update of a ResourceSlice may not change: whose devices, and on which node. */
export const updateResourceSlice = immutable(
  { field: ['nodeName'], fix: FIX },
  { field: ['driverName'], fix: FIX },
  { field: ['spec', 'pool', 'name'], fix: FIX },
  { field: ['spec', 'driver'], fix: FIX },
  { field: ['spec', 'nodeName'], fix: FIX },
);
