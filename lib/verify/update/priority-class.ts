import { immutable } from './immutable';

const FIX = 'create a class of another name and let pods name it, or delete this one and create it again';
const SEE = 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass';

/** What an update of a PriorityClass may not change. */
export const updatePriorityClass = immutable(
  { field: ['value'], error: 'forbidden', fix: FIX, see: SEE },
  { field: ['preemptionPolicy'], fix: FIX, see: SEE },
);
