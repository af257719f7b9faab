import { isBefore } from '../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { changedFields } from './stored/changed';
import type { Update } from './update-rule';

const SPEC = FieldPath.of('spec');

const MUTABLE: ReadonlySet<string> = new Set([
  'minReadySeconds',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
  'replicas',
  'template',
  'updateStrategy',
]);
const MUTABLE_SINCE_1_33: ReadonlySet<string> = new Set([...MUTABLE, 'revisionHistoryLimit']);

/**
 * What an update of a StatefulSet may not change: which pods are its own, how they are called and started, and
 * what is claimed for them.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export function updateStatefulSet({ before, after }: Update, errors: FieldErrors): void {
  const { version } = errors;
  const frozen = changedFields(
    'V1StatefulSetSpec',
    before.spec,
    after.spec,
    version,
    isBefore(version, '1.33') ? MUTABLE : MUTABLE_SINCE_1_33,
  );
  if (frozen.length === 0) return;
  errors.forbidden(SPEC, `may not change ${frozen.join(', ')} once the StatefulSet exists`, {
    fix: fixOf(frozen),
    see: 'https://kubernetes.io/docs/tasks/run-application/delete-stateful-set/',
  });
}

function fixOf(frozen: readonly string[]): string {
  if (frozen.includes('selector')) {
    return 'create a StatefulSet of another name, and move the data: pods of another selector are not its own';
  }
  const again =
    'delete the StatefulSet with --cascade=orphan, which leaves its pods running, and create it again';
  return frozen.includes('volumeClaimTemplates')
    ? `${again}; claims that exist stay as they are: change their size on the claims themselves`
    : again;
}
