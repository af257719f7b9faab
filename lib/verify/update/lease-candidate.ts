import { immutable } from './immutable';

/** An update of a LeaseCandidate may not make it stand for another lease. */
export const updateLeaseCandidate = immutable({
  field: ['spec', 'leaseName'],
  fix: 'create a candidate of another name for the other lease',
});
