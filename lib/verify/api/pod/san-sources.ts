import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { VolumePlace } from './volume';

/** How each kind of iSCSI name looks, by the letters that it begins with. */
const ISCSI_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ['iqn', /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\t\n\f\r ]+$/],
  ['eui', /^eui.[A-Za-z0-9]{16}$/],
  ['naa', /^naa.[A-Za-z0-9]{32}$/],
]);
const LUN_MAX = 255;

/** Longer names are no names that anyone has, and looking for their parts takes time. */
const JUDGED_NAME_MAX = 4096;

/** How long `<volume name>:<target portal>` may be where the initiator has a name of its own. */
const INITIATED_NAME_MAX = 64;

/** A disk of an iSCSI target. */
export interface IscsiSource {
  readonly targetPortal?: string;
  readonly iqn?: string;
  readonly lun?: number;
  readonly initiatorName?: string;
  readonly chapAuthDiscovery?: boolean;
  readonly chapAuthSession?: boolean;
  readonly secretRef?: { readonly name?: string };
}

/** A disk of an iSCSI target. */
export function validateIscsi(source: IscsiSource, path: FieldPath, errors: FieldErrors): void {
  const { targetPortal, iqn, lun = 0, initiatorName } = source;
  if (!targetPortal) errors.required(path.child('targetPortal'));
  if (!iqn) errors.required(path.child('iqn'));
  else validateIscsiName(iqn, path.child('iqn'), errors);
  validateLun(lun, path, errors);
  if ((source.chapAuthDiscovery || source.chapAuthSession) && !source.secretRef) {
    errors.required(path.child('secretRef'), 'is required for CHAP authentication');
  }
  if (initiatorName !== undefined) validateIscsiName(initiatorName, path.child('initiatorname'), errors);
}

/** What the node makes of an initiator's name must not become too long; judged even beside another source. */
export function validateInitiator(
  { initiatorName, targetPortal = '' }: IscsiSource,
  { name, path }: VolumePlace,
  errors: FieldErrors,
): void {
  if (initiatorName === undefined || name.length + 1 + targetPortal.length <= INITIATED_NAME_MAX) return;
  errors.invalid(
    path.child('name'),
    name,
    `must be shorter: name and target portal have ${INITIATED_NAME_MAX - 1} characters together where initiatorName is set`,
  );
}

/** A disk of a Fibre Channel target. */
export function validateFc(
  source: {
    readonly targetWWNs?: readonly string[];
    readonly wwids?: readonly string[];
    readonly lun?: number;
  },
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { targetWWNs = [], wwids = [], lun } = source;
  const targets = path.child('targetWWNs');
  if (targetWWNs.length === 0 && wwids.length === 0) errors.required(targets, 'or wwids is required');
  if (targetWWNs.length > 0 && wwids.length > 0) {
    errors.invalid(targets, targetWWNs, 'must not be set together with wwids');
  }
  if (targetWWNs.length === 0) return;
  if (lun === undefined) errors.required(path.child('lun'), 'is required with targetWWNs');
  else validateLun(lun, path, errors);
}

function validateLun(lun: number, path: FieldPath, errors: FieldErrors): void {
  if (lun < 0 || lun > LUN_MAX) errors.invalid(path.child('lun'), lun, `must be from 0 to ${LUN_MAX}`);
}

function validateIscsiName(name: string, path: FieldPath, errors: FieldErrors): void {
  const format = ISCSI_NAMES.get(name.slice(0, 3));
  if (format === undefined) errors.invalid(path, name, "must begin with 'iqn', 'eui' or 'naa'");
  else if (name.length <= JUDGED_NAME_MAX && !format.test(name)) {
    errors.invalid(
      path,
      name,
      'must look like iqn.2001-04.com.example:storage, eui. and 16 digits, or naa. and 32',
    );
  }
}
