import { immutable } from './immutable';

const FIX = 'create a migration of another name';

/** What an update of a StorageVersionMigration may not change; earlier servers report it without the way to it. */
export const updateStorageVersionMigration = immutable(
  { field: ['spec', 'resource', 'group'], reportedAt: ['group'], until: '1.35', fix: FIX },
  { field: ['spec', 'resource', 'version'], reportedAt: ['version'], until: '1.35', fix: FIX },
  { field: ['spec', 'resource', 'resource'], reportedAt: ['resource'], until: '1.35', fix: FIX },
  { field: ['spec'], since: '1.35', fix: FIX },
);
