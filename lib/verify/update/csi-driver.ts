import { immutable } from './immutable';

const FIX = 'delete the CSIDriver and create it again; volumes that are mounted stay mounted';
const SEE = 'https://kubernetes-csi.github.io/docs/csi-driver-object.html';

/** What an update of a CSIDriver may not change. The server reports `attachRequired` under another name. */
export const updateCsiDriver = immutable(
  { field: ['spec', 'attachRequired'], reportedAt: ['spec', 'attachedRequired'], fix: FIX, see: SEE },
  { field: ['spec', 'fsGroupPolicy'], until: '1.30', fix: FIX, see: SEE },
  { field: ['spec', 'podInfoOnMount'], until: '1.30', fix: FIX, see: SEE },
  { field: ['spec', 'volumeLifecycleModes'], fix: FIX, see: SEE },
);
