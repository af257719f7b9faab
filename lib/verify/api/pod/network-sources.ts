import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

const QUOBYTE_TENANT_MAX = 64;
const RESERVED_OPTIONS = ['.kubernetes.io', '.k8s.io'];

/** A share of an NFS server. */
export function validateNfs(
  { server, path: folder = '' }: { readonly server?: string; readonly path?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!server) errors.required(path.child('server'));
  if (folder === '') errors.required(path.child('path'));
  if (!folder.startsWith('/')) errors.invalid(path.child('path'), folder, 'must be an absolute path');
}

/** A volume of GlusterFS. */
export function validateGlusterfs(
  source: { readonly endpoints?: string; readonly path?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!source.endpoints) errors.required(path.child('endpoints'));
  if (!source.path) errors.required(path.child('path'));
}

/** A data set of Flocker. */
export function validateFlocker(
  { datasetName, datasetUUID }: { readonly datasetName?: string; readonly datasetUUID?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!datasetName && !datasetUUID) errors.required(path, 'needs datasetName or datasetUUID');
  if (datasetName && datasetUUID) {
    errors.invalid(path, undefined, 'must not have both datasetName and datasetUUID');
  }
  if (datasetName?.includes('/')) {
    errors.invalid(path.child('datasetName'), datasetName, "must not hold '/'");
  }
}

/** An image of Ceph's block device. */
export function validateRbd(
  { monitors, image }: { readonly monitors?: readonly string[]; readonly image?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!monitors?.length) errors.required(path.child('monitors'));
  if (!image) errors.required(path.child('image'));
}

/** A file system of Ceph. */
export function validateCephFs(
  { monitors }: { readonly monitors?: readonly string[] },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!monitors?.length) errors.required(path.child('monitors'));
}

/** A volume of Quobyte. */
export function validateQuobyte(
  source: { readonly registry?: string; readonly tenant?: string; readonly volume?: string },
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { registry, tenant, volume } = source;
  if (!registry)
    errors.required(path.child('registry'), 'must be one host:port or several, with commas between');
  else if (tenant && tenant.length > QUOBYTE_TENANT_MAX) {
    errors.required(path.child('tenant'), `must be a UUID of no more than ${QUOBYTE_TENANT_MAX} characters`);
  } else {
    for (const address of registry.split(',')) {
      if (!isHostAndPort(address)) {
        errors.invalid(
          path.child('registry'),
          registry,
          'must be one host:port or several, with commas between',
        );
      }
    }
  }
  if (!volume) errors.required(path.child('volume'));
}

/** A volume of a Flex driver. */
export function validateFlexVolume(
  source: { readonly driver?: string; readonly options?: Readonly<Record<string, string>> },
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!source.driver) errors.required(path.child('driver'));
  for (const key in source.options) {
    const domain = `.${(key.split('/', 1)[0] as string).toLowerCase()}`;
    if (RESERVED_OPTIONS.some(reserved => domain.endsWith(reserved))) {
      errors.invalid(
        path.child('options').key(key),
        key,
        'is reserved: kubernetes.io and k8s.io are Kubernetes\u2019 own',
      );
    }
  }
}

/** Whether Go takes a text apart into a host and a port, either of which may be empty. */
function isHostAndPort(text: string): boolean {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return false;
  if (!text.startsWith('[')) return !/[:[\]]/.test(text.slice(0, colon)) && !/[[\]]/.test(text.slice(colon));
  const end = text.indexOf(']');
  return end >= 0 && end + 1 === colon && !text.slice(1).includes('[') && !text.slice(end + 1).includes(']');
}
