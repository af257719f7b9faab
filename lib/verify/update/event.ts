import { immutable } from './immutable';

const FIX = 'create another Event';

/**
 * What an update of an Event of `events.k8s.io` may not change: all that it says, but for its series. The server
 * reports fields by the names that they have in the core group, whose own Events it takes as they are.
 */
export const updateEvent = immutable(
  { field: ['regarding'], reportedAt: ['involvedObject'], fix: FIX },
  { field: ['reason'], fix: FIX },
  { field: ['note'], reportedAt: ['message'], fix: FIX },
  { field: ['deprecatedSource'], reportedAt: ['source'], fix: FIX },
  { field: ['deprecatedFirstTimestamp'], reportedAt: ['firstTimestamp'], fix: FIX },
  { field: ['deprecatedLastTimestamp'], reportedAt: ['lastTimestamp'], fix: FIX },
  { field: ['deprecatedCount'], reportedAt: ['count'], fix: FIX },
  { field: ['type'], fix: FIX },
  { field: ['eventTime'], fix: FIX },
  { field: ['action'], fix: FIX },
  { field: ['related'], fix: FIX },
  { field: ['reportingController'], fix: FIX },
  { field: ['reportingInstance'], fix: FIX },
);
