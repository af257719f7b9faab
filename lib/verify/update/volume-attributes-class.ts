import { immutable } from './immutable';

const FIX = 'create a class of another name, and name it in spec.volumeAttributesClassName of the claims';
const SEE = 'https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/';

/** What an update of a VolumeAttributesClass may not change. */
export const updateVolumeAttributesClass = immutable(
  { field: ['driverName'], error: 'forbidden', fix: FIX, see: SEE },
  { field: ['parameters'], error: 'forbidden', fix: FIX, see: SEE },
);
