import { immutable } from './immutable';

/**
 * An update of a Deployment, a ReplicaSet or a DaemonSet may not change which pods it owns.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates
 */
export const updateSelectedWorkload = immutable({
  field: ['spec', 'selector'],
  fix: 'create one of another name, wait for its pods, and delete this one; deleting it with --cascade=orphan leaves its pods running without an owner',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
});
