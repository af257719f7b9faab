import { immutable } from './immutable';

/** An update of a ClusterTrustBundle may not name another signer. */
export const updateClusterTrustBundle = immutable({
  field: ['spec', 'signerName'],
  fix: 'create a bundle of another name for the other signer',
});
