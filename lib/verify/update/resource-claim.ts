import { immutable } from './immutable';

/** An update of a ResourceClaim or a ResourceClaimTemplate may change nothing of its spec. */
export const updateResourceClaim = immutable({
  field: ['spec'],
  fix: 'create one of another name and let new pods name it',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/',
});
