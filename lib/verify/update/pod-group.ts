import { immutable } from './immutable';

const FIX = 'create a PodGroup of another name';

/** What an update of a PodGroup may not change: how its pods are scheduled. */
export const updatePodGroup = immutable(
  { field: ['spec', 'podGroupTemplateRef'], fix: FIX },
  { field: ['spec', 'schedulingPolicy'], fix: FIX },
  { field: ['spec', 'resourceClaims'], fix: FIX },
);
