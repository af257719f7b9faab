import { isBefore } from '../../kubernetes/kubernetes-version';
import type { FieldErrors } from '../api/field-errors';
import { FieldPath } from '../field-path';
import { type Data, isData } from '../manifest';
import { changedFields, dataOf } from './stored/changed';
import type { Update } from './update-rule';

const DRIVERS = FieldPath.of('spec', 'drivers');
const FORMER = FieldPath.of('CSINodeDriver');

/** An update of a CSINode may not change a driver that it names; since 1.35 its limit may change. */
export function updateCsiNode({ before, after }: Update, errors: FieldErrors): void {
  const path = isBefore(errors.version, '1.33') ? FORMER : DRIVERS;
  const now = driversOf(after.spec);
  for (const driver of driversOf(before.spec)) {
    const same = now.find(({ name }) => name === driver.name);
    if (!same) continue;
    const changed = changedFields('V1CSINodeDriver', driver, same, errors.version);
    const limits = isBefore(errors.version, '1.35');
    if (changed.some(name => limits || name !== 'allocatable')) {
      errors.invalid(path, driver.name, 'may not change once the driver is registered', {
        fix: 'leave the object to the kubelet, which keeps it',
      });
    }
  }
}

function driversOf(spec: unknown): readonly Data[] {
  const { drivers } = dataOf(spec);
  return Array.isArray(drivers) ? drivers.filter(isData) : [];
}
