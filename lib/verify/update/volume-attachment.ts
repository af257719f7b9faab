import { immutable } from './immutable';

/** An update of a VolumeAttachment may change nothing of its spec. */
export const updateVolumeAttachment = immutable({
  field: ['spec'],
  fix: 'delete the VolumeAttachment; Kubernetes attaches the volume again where a pod needs it',
});
