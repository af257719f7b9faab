import { immutable } from './immutable';

/** An update of a ControllerRevision may not change what it keeps. */
export const updateControllerRevision = immutable({
  field: ['data'],
  fix: 'leave it to its StatefulSet or DaemonSet, which creates one for each change of its template',
});
