import { immutable } from './immutable';

/** An update of an IPAddress may not give it to another object. */
export const updateIpAddress = immutable({
  field: ['spec', 'parentRef'],
  fix: 'delete the IPAddress; the API server keeps these objects itself',
});
