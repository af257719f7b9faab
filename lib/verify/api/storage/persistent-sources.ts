import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateCsiDriverName } from '../pod/csi-source';
import { validateAzureFile, validateCinder, validateStorageOs } from '../pod/disk-sources';
import { validateGlusterfs } from '../pod/network-sources';
import { validateNoBacksteps } from '../pod/relative-path';
import { type IscsiSource, validateIscsi } from '../pod/san-sources';

/** A Secret in a namespace: a volume has none of its own. */
interface SecretReference {
  readonly name?: string;
  readonly namespace?: string;
}

/** How long `<volume name>:<target portal>` may be where the initiator has a name of its own. */
const INITIATED_NAME_MAX = 64;

const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

type CsiSource = { readonly driver?: string; readonly volumeHandle?: string } & {
  readonly [secret in (typeof CSI_SECRETS)[number]]?: SecretReference;
};

/** A volume of a CSI driver. */
export function validatePersistentCsi(source: CsiSource, path: FieldPath, errors: FieldErrors): void {
  validateCsiDriverName(source.driver ?? '', path.child('driver'), errors);
  if (!source.volumeHandle) errors.required(path.child('volumeHandle'));
  for (const field of CSI_SECRETS) {
    const secret = source[field];
    if (secret !== undefined) validateSecret(secret, path.child(field), errors);
  }
}

/** A disk or a folder of one node. */
export function validateLocal(
  { path: folder }: { readonly path?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (folder) validateNoBacksteps(folder, path.child('path'), errors);
  else errors.required(path.child('path'));
}

/** A volume of GlusterFS; its Endpoints may be in another namespace. */
export function validatePersistentGlusterfs(
  source: { readonly endpoints?: string; readonly path?: string; readonly endpointsNamespace?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateGlusterfs(source, path, errors);
  const { endpointsNamespace: namespace } = source;
  if (namespace === undefined) return;
  errors.invalidEach(path.child('endpointsNamespace'), namespace, dnsLabelComplaints(namespace));
}

/** A disk of an iSCSI target. The server writes two of its fields in lower case. */
export function validatePersistentIscsi(
  source: IscsiSource,
  path: FieldPath,
  errors: FieldErrors,
  volumeName: string,
): void {
  validateIscsi(source, path, errors);
  const { targetPortal = '', initiatorName, secretRef } = source;
  if (initiatorName !== undefined && volumeName.length + 1 + targetPortal.length > INITIATED_NAME_MAX) {
    errors.invalid(
      path.child('targetportal'),
      targetPortal,
      `must be shorter: the volume's name and it have ${INITIATED_NAME_MAX - 1} characters together where initiatorName is set`,
    );
  }
  if (secretRef && !secretRef.name) errors.required(path.child('secretRef', 'name'));
}

/** A disk of OpenStack. */
export function validatePersistentCinder(
  source: { readonly volumeID?: string; readonly secretRef?: SecretReference },
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateCinder(source, path, errors);
  requireNamespace(source.secretRef, path, errors);
}

/** A volume of StorageOS. */
export function validatePersistentStorageOs(
  source: {
    readonly volumeName?: string;
    readonly volumeNamespace?: string;
    readonly secretRef?: SecretReference;
  },
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateStorageOs(source, path, errors);
  requireNamespace(source.secretRef, path, errors);
}

/** A share of Azure. */
export function validatePersistentAzureFile(
  source: { readonly secretName?: string; readonly shareName?: string; readonly secretNamespace?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateAzureFile(source, path, errors);
  if (source.secretNamespace === '') errors.required(path.child('secretNamespace'), 'must not be empty');
}

function validateSecret({ name, namespace }: SecretReference, path: FieldPath, errors: FieldErrors): void {
  if (name) errors.invalidEach(path.child('name'), name, dnsSubdomainComplaints(name));
  else errors.required(path.child('name'));
  if (namespace) errors.invalidEach(path.child('namespace'), namespace, dnsLabelComplaints(namespace));
  else errors.required(path.child('namespace'));
}

function requireNamespace(secret: SecretReference | undefined, path: FieldPath, errors: FieldErrors): void {
  if (secret && !secret.namespace) errors.required(path.child('secretRef', 'namespace'));
}
