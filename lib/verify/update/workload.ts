import { immutable } from './immutable';

const FIX = 'create a Workload of another name';

/** What an update of a Workload may not change: which pods are scheduled together. */
export const updateWorkload = immutable(
  {
    field: ['spec', 'controllerRef'],
    reportedAt: ['controllerRef'],
    until: '1.36',
    onceSet: true,
    fix: FIX,
  },
  { field: ['spec', 'podGroups'], reportedAt: ['podGroups'], until: '1.36', fix: FIX },
  { field: ['spec', 'controllerRef'], since: '1.36', fix: FIX },
  { field: ['spec', 'podGroupTemplates'], since: '1.36', fix: FIX },
);
